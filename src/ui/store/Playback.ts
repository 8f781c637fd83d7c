import { endOfRun, isAtEnd, knowsEnd } from './endOfRun';
import { foldWindow, lastStepOf, stepAt, timeOf } from './foldWindow';
import { haltBefore, type Halt } from './haltBefore';
import { ReelKeeper } from './ReelKeeper';
import type { AskRun, RunHost } from './runData';
import type { RunLoader } from './RunLoader';
import type { Barrier } from './StopLine';
import type { WindowKeeper } from './WindowKeeper';

/** What playing needs of the page. */
export interface PlaybackSurroundings {
  readonly ask: AskRun;
  /** How far playing may go on after a step, because somebody wants to see what comes then; null when nobody does. */
  readonly barrierAfter?: (step: number) => Barrier | null;
  /** Told when playing has come to such a step. */
  readonly onStopped?: (step: number) => void;
}

/** How far playing may fall behind, in milliseconds of wall time, before it leaps. */
const patienceMs = 250;

/** Takes the playhead on while the run plays: step by step, by pictures of a busy run, or as fast as possible. */
export class Playback {
  readonly #host: RunHost;
  readonly #around: PlaybackSurroundings;
  readonly #keeper: WindowKeeper;
  readonly #loader: RunLoader;
  readonly #reel: ReelKeeper;
  /** The playhead's time with its fraction, and how much of it could not be played for lack of entries. */
  #exactUs = 0;
  #lackUs = 0;

  constructor(host: RunHost, around: PlaybackSurroundings, keeper: WindowKeeper, loader: RunLoader) {
    this.#loader = loader;
    this.#host = host;
    this.#around = around;
    this.#keeper = keeper;
    this.#reel = new ReelKeeper(host, around.ask);
  }

  /** Whether the steps around the playhead are of no use, for pictures are played. */
  get isByPictures(): boolean {
    return this.#host.get().isPlaying && this.#reel.isInUse;
  }

  /** The playhead goes elsewhere: nothing of what was owed counts there. */
  forget(): void {
    this.#lackUs = 0;
    this.#reel.clear();
  }

  /** Playing begins, or goes on at another speed. */
  begin(): void {
    this.#reel.clear();
  }

  /** Nothing plays: what a person may step to from here was not fetched while pictures were played. */
  rest(): void {
    if (!this.#reel.isInUse) return;
    this.#reel.clear();
    this.#keeper.extend();
  }

  /** Plays on by so much time of the wall. */
  playOn(passedMs: number): void {
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
    if (this.#lackUs > 0) this.goBeyond();
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
    this.#reel.drop();
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
    else this.goBeyond();
  }

  /** Whoever wants to see more than is known, after computing was stopped, has it go on. */
  goBeyond(): void {
    const { isHeld, window, summary } = this.#host.get();
    if (!isHeld || window === null || summary === null) return;
    if (lastStepOf(window) >= summary.steps) this.hold(false);
  }

  /** Stops computing what is not known yet, or goes on with it. */
  hold(isHeld: boolean): void {
    this.#host.set({ isHeld });
    // Without a run there is nothing to stop, and the next one computes anyway.
    this.#around.ask('hold', isHeld).catch(() => undefined);
  }
}
