import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Place, PlayableEntry, TraceWindow } from '#engine/runtime/Trace';
import type { Progress } from '#worker/protocol';
import { endOfRun, isAtEnd, knowsEnd, newestOf } from './endOfRun';
import { entryOf, foldWindow, lastStepOf, stepAt, timeOf } from './foldWindow';
import { haltBefore, type Halt } from './haltBefore';
import type { AskRun, RunHost } from './runData';
import { RunLoader, type Target } from './RunLoader';
import { ReelKeeper } from './ReelKeeper';
import type { Barrier } from './StopLine';
import { WindowKeeper } from './WindowKeeper';
import { withStep } from './withStep';

/** What the player needs of the page it lives in. */
export interface PlayerSurroundings {
  readonly ask: AskRun;
  /** Calls back with the next picture, with the time in milliseconds. */
  nextFrame(draw: (nowMs: number) => void): void;
  isMotionReduced(): boolean;
  /** How far playing may go on after a step, because somebody wants to see what comes then; null when nobody does. */
  readonly barrierAfter?: (step: number) => Barrier | null;
  /** Told when playing has come to such a step. */
  readonly onStopped?: (step: number) => void;
}

/** Whether stepping stops at a step. */
export type IsWanted = (entry: PlayableEntry) => boolean;
const anyStep: IsWanted = () => true;

/** A picture that comes later than this was not awaited by anybody: the page slept. */
const longestFrameMs = 100;
const glideMs = 420;
/** How far playing may fall behind, in milliseconds of wall time, before it leaps. */
const patienceMs = 250;

/** Moves the playhead. Only time of the wall, told with each picture, and a person's hand move it. */
export class Player {
  readonly #host: RunHost;
  readonly #around: PlayerSurroundings;
  readonly #loader: RunLoader;
  readonly #keeper: WindowKeeper;
  readonly #reel: ReelKeeper;
  #isDrawing = false;
  #isStopped = false;
  #lastMs: number | null = null;
  /** The playhead's time with its fraction, and how much of it could not be played for lack of entries. */
  #exactUs = 0;
  #lackUs = 0;
  #stepsOwed = 0;
  #isWanted: IsWanted = anyStep;
  #isEndWanted = false;

  constructor(host: RunHost, around: PlayerSurroundings) {
    this.#host = host;
    this.#around = around;
    this.#loader = new RunLoader(host, around.ask);
    this.#keeper = new WindowKeeper(host, around.ask);
    this.#reel = new ReelKeeper(host, around.ask);
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
    this.#lackUs = 0;
    this.#isEndWanted = false;
    this.#reel.clear();
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
    this.#reel.clear();
    this.#draw();
  }

  /** Stops computing what is not known yet, or goes on with it. */
  hold(isHeld: boolean): void {
    this.#host.set({ isHeld });
    // Without a run there is nothing to stop, and the next one computes anyway.
    this.#around.ask('hold', isHeld).catch(() => undefined);
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
    this.#keeper.extend();
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
      } else this.#goBeyond();
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
      if (this.#host.get().isPlaying) this.#playOn(passedMs);
      else this.#restOn(passedMs);
      this.#draw();
    });
  }

  #restOn(passedMs: number): void {
    // What a person may step to from here was not at hand while pictures were played.
    if (this.#reel.isInUse) {
      this.#reel.clear();
      this.#keeper.extend();
    }
    const { settle } = this.#host.get();
    if (settle === 1) return;
    const next = Math.min(1, settle + passedMs / glideMs);
    this.#host.set(next < 1 ? { settle: next } : { settle: 1, glide: null });
  }

  #playOn(passedMs: number): void {
    const data = this.#host.get();
    const { window, speed, playhead, frame } = data;
    // Until the place that is wanted is known, time stands.
    if (window === null || frame === null || this.#keeper.seeking !== null) return;
    if (speed === Infinity) {
      this.#race();
      return;
    }
    if (Math.floor(this.#exactUs) !== playhead.timeUs) this.#exactUs = playhead.timeUs;
    if (this.#reel.isWanted()) {
      this.#playPictures(this.#exactUs + this.#lackUs + passedMs * 1000 * speed);
      return;
    }
    const end = endOfRun(data);
    const reachUs = knowsEnd(data) ? (end?.timeUs ?? 0) : timeOf(window, lastStepOf(window));
    const wantUs = this.#exactUs + this.#lackUs + passedMs * 1000 * speed;
    const goalUs = Math.max(playhead.timeUs, Math.min(wantUs, reachUs));
    const barrier = this.#barrierBefore(goalUs);
    const timeUs = barrier?.timeUs ?? goalUs;
    this.#exactUs = timeUs;
    this.#lackUs = knowsEnd(data) && barrier === null ? 0 : Math.max(0, wantUs - timeUs);
    const step = barrier?.step ?? Math.max(playhead.step, stepAt(window, timeUs));
    this.#host.set({
      playhead: { timeUs: Math.floor(timeUs), step },
      ...(step > playhead.step ? { frame: foldWindow(window, step, frame) } : {}),
      ...(data.settle < 1 ? { settle: 1, glide: null } : {}),
    });
    if (barrier?.isStop === true) {
      this.#stopAt(step);
      return;
    }
    if (this.#lackUs > 0) this.#goBeyond();
    this.#keeper.extend();
    if (this.#lackUs > patienceMs * 1000 * speed) this.#leap(wantUs);
    else if (barrier === null && isAtEnd(this.#host.get())) this.#host.set({ isPlaying: false });
  }

  /** Plays so many steps a second that only pictures of them are fetched. */
  #playPictures(wantUs: number): void {
    const { playhead, speed } = this.#host.get();
    const barrier = this.#around.barrierAfter?.(playhead.step) ?? null;
    if (this.#isStoppedBy(barrier, wantUs)) return;
    const picture = this.#reel.take(wantUs, barrier?.upTo ?? Infinity);
    if (picture !== null) this.#host.set({ ...picture, settle: 1, glide: null });
    this.#exactUs = this.#host.get().playhead.timeUs;
    this.#lackUs = wantUs - this.#exactUs;
    void this.#reel.extend();
    if (this.#lackUs > patienceMs * 1000 * speed) this.#leap(wantUs);
  }

  #barrierBefore(timeUs: number): Halt | null {
    const data = this.#host.get();
    return haltBefore(data, this.#around.barrierAfter?.(data.playhead.step) ?? null, timeUs);
  }

  /** Goes to a stop that lies before a time, and stays there. */
  #isStoppedBy(barrier: Barrier | null, timeUs: number): boolean {
    if (barrier === null || barrier.step === null || barrier.timeUs > timeUs) return false;
    this.#reel.clear();
    this.#keeper.seek({ step: barrier.step });
    this.#stopAt(barrier.step);
    return true;
  }

  #stopAt(step: number): void {
    this.#lackUs = 0;
    this.#host.set({ isPlaying: false });
    this.#around.onStopped?.(step);
  }

  /** Skips what could not be fetched in time, but never past what is computed. */
  #leap(wantUs: number): void {
    const { summary, playhead } = this.#host.get();
    const timeUs = Math.floor(Math.min(wantUs, summary?.timeUs ?? 0));
    const barrier = this.#around.barrierAfter?.(playhead.step) ?? null;
    this.#lackUs = 0;
    if (this.#isStoppedBy(barrier, timeUs)) return;
    // Not beyond what was looked through.
    if (barrier !== null && barrier.step === null && barrier.timeUs <= timeUs && barrier.upTo < Infinity)
      return;
    if (timeUs <= playhead.timeUs) return;
    this.#reel.clear();
    this.#keeper.seek({ timeUs });
  }

  /** As fast as possible: each picture is of the newest that is computed. */
  #race(): void {
    const data = this.#host.get();
    const { summary, playhead } = data;
    if (summary === null || this.#loader.isLoading) return;
    const barrier = this.#around.barrierAfter?.(playhead.step) ?? null;
    if (this.#isStoppedBy(barrier, Infinity)) return;
    if (isAtEnd(data)) {
      this.#host.set({ isPlaying: false });
      return;
    }
    const end = endOfRun(data);
    const reach = Math.min(summary.steps, barrier?.upTo ?? Infinity);
    if (end !== null && playhead.step >= end.step) this.#host.set({ playhead: end });
    else if (reach > playhead.step) this.#keeper.seek({ step: reach });
    else this.#goBeyond();
  }

  /** Whoever wants to see more than is known, after computing was stopped, has it go on. */
  #goBeyond(): void {
    const { isHeld, window, summary } = this.#host.get();
    if (!isHeld || window === null || summary === null) return;
    if (lastStepOf(window) >= summary.steps) this.hold(false);
  }
}
