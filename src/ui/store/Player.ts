import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Place, PlayableEntry, TraceWindow } from '#engine/runtime/Trace';
import type { Progress } from '#worker/protocol';
import { endOfRun, isAtEnd, knowsEnd, newestOf } from './endOfRun';
import { entryOf, lastStepOf } from './foldWindow';
import { Playback, type PlaybackSurroundings } from './Playback';
import type { RunHost } from './runData';
import { RunLoader, type Target } from './RunLoader';
import { WindowKeeper } from './WindowKeeper';
import { withStep } from './withStep';

/** What the player needs of the page it lives in. */
export interface PlayerSurroundings extends PlaybackSurroundings {
  /** Calls back with the next picture, with the time in milliseconds. */
  nextFrame(draw: (nowMs: number) => void): void;
  isMotionReduced(): boolean;
}

/** Whether stepping stops at a step. */
export type IsWanted = (entry: PlayableEntry) => boolean;
const anyStep: IsWanted = () => true;

/** A picture that comes later than this was not awaited by anybody: the page slept. */
const longestFrameMs = 100;
const glideMs = 420;

/** Moves the playhead. Only time of the wall, told with each picture, and a person's hand move it. */
export class Player {
  readonly #host: RunHost;
  readonly #around: PlayerSurroundings;
  readonly #loader: RunLoader;
  readonly #keeper: WindowKeeper;
  readonly #playback: Playback;
  #isDrawing = false;
  #isStopped = false;
  #lastMs: number | null = null;
  #stepsOwed = 0;
  #isWanted: IsWanted = anyStep;
  #isEndWanted = false;

  constructor(host: RunHost, around: PlayerSurroundings) {
    this.#host = host;
    this.#around = around;
    this.#loader = new RunLoader(host, around.ask);
    this.#keeper = new WindowKeeper(host, around.ask);
    this.#playback = new Playback(host, around, this.#keeper, this.#loader);
    this.#keeper.onChange = () => this.#continue();
    this.#loader.onShow = () => this.#continue();
    this.#loader.onRetarget = (place) => this.#keeper.seek(place);
  }

  stop(): void {
    this.#isStopped = true;
  }

  report(progress: Progress): void {
    this.#loader.report(progress);
    if (this.#isEndWanted && !this.#loader.isLoading) this.#goToEnd();
  }

  /** Runs another document, from the next picture on. */
  load(doc: FlowDoc, target: Target, onShown?: () => void): void {
    const place = target === 'sameTime' ? (this.#keeper.seeking ?? target) : target;
    this.#keeper.seeking = null;
    this.#isEndWanted = false;
    this.#loader.want(doc, place, onShown);
    this.#draw();
  }

  seek(place: Place): void {
    this.#stepsOwed = 0;
    this.#isEndWanted = false;
    this.#playback.forget();
    if (this.#loader.isLoading) this.#loader.retarget(place);
    else this.#keeper.seek(place);
  }

  /** Goes to the end of what is computed, and on with it until the run is computed or another place is wanted. */
  toEnd(): void {
    this.seek(newestOf(this.#host.get()));
    this.#isEndWanted = true;
    this.#goToEnd();
  }

  /** Tells the player that the store says `isPlaying`, or another speed. */
  play(): void {
    this.#stepsOwed = 0;
    this.#isEndWanted = false;
    if (isAtEnd(this.#host.get())) this.seek({ step: 0 });
    this.#lastMs = null;
    this.#playback.begin();
    this.#draw();
  }

  /** Stops computing what is not known yet, or goes on with it. */
  hold(isHeld: boolean): void {
    this.#playback.hold(isHeld);
  }

  /** Goes on by a step, or to the next one that is wanted. */
  stepForward(isWanted: IsWanted = anyStep): void {
    if (isWanted !== this.#isWanted) this.#stepsOwed = 0;
    this.#isEndWanted = false;
    this.#isWanted = isWanted;
    this.#stepsOwed = Math.min(this.#stepsOwed + 1, 1000);
    this.#payStep();
  }

  /** Shows the next steps as having happened, unless the run plays and shows them anyway. */
  showNext(count: number): void {
    if (this.#host.get().isPlaying) return;
    this.#isWanted = anyStep;
    this.#stepsOwed = count;
    this.#payStep();
  }

  stepBack(): void {
    this.#stepsOwed = 0;
    const { playhead } = this.#host.get();
    this.seek({ step: Math.max(0, playhead.step - 1) });
  }

  #goToEnd(): void {
    const data = this.#host.get();
    if (data.isComplete || data.isHeld) this.#isEndWanted = false;
    // Places on the way are shown when there is time for them.
    if (data.isComplete || this.#keeper.seeking === null) this.#keeper.seek(newestOf(data));
  }

  /** Does what waited for more of the run to be known. */
  #continue(): void {
    if (this.#isStopped) return;
    this.#payStep();
    if (!this.#playback.isByPictures) this.#keeper.extend();
    this.#draw();
  }

  #payStep(): void {
    const data = this.#host.get();
    if (this.#stepsOwed === 0 || this.#loader.isLoading || data.window === null) return;
    const entry = this.#nextWanted(data.window, data.playhead.step);
    if (entry !== undefined) {
      this.#stepsOwed -= 1;
      this.#showStep(entry);
      // Several may be owed after waiting for the run, and nothing else would ask for the rest.
      if (this.#stepsOwed > 0) {
        this.#payStep();
        return;
      }
    } else {
      // What is passed over is shown, too: the picture is of where the playhead stands.
      const last = entryOf(data.window, lastStepOf(data.window));
      if (last !== undefined && last.step > data.playhead.step) this.#showStep(last);
      if (knowsEnd(data)) {
        this.#stepsOwed = 0;
        const end = endOfRun(data);
        if (end !== null) this.#host.set({ playhead: end });
      } else this.#playback.goBeyond();
    }
    this.#keeper.extend();
    this.#draw();
  }

  #nextWanted(window: TraceWindow, step: number): PlayableEntry | undefined {
    return window.entries.slice(Math.max(0, step - window.start.step)).find(this.#isWanted);
  }

  #showStep(entry: PlayableEntry): void {
    const isStill = this.#around.isMotionReduced() || this.#stepsOwed > 0;
    this.#host.set(withStep(this.#host.get(), entry, isStill));
  }

  #draw(): void {
    if (this.#isDrawing || this.#isStopped) return;
    const { isPlaying, settle } = this.#host.get();
    if (!isPlaying && settle === 1 && !this.#loader.isLoading) {
      this.#lastMs = null;
      return;
    }
    this.#isDrawing = true;
    this.#around.nextFrame((nowMs) => {
      this.#isDrawing = false;
      if (this.#isStopped) return;
      const passedMs = Math.min(Math.max(nowMs - (this.#lastMs ?? nowMs), 0), longestFrameMs);
      this.#lastMs = nowMs;
      if (this.#loader.isLoading) void this.#loader.begin();
      if (this.#host.get().isPlaying) this.#playback.playOn(passedMs);
      else this.#restOn(passedMs);
      this.#draw();
    });
  }

  #restOn(passedMs: number): void {
    this.#playback.rest();
    const { settle } = this.#host.get();
    if (settle === 1) return;
    const next = Math.min(1, settle + passedMs / glideMs);
    this.#host.set(next < 1 ? { settle: next } : { settle: 1, glide: null });
  }
}
