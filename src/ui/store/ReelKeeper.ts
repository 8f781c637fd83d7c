import { framesOf } from '#engine/runtime/reel/framesOf';
import type { Flight, Frame, RunSummary } from '#engine/runtime/Trace';
import { densityOf } from './foldWindow';
import type { AskRun, RunData, RunHost } from './runData';
import { hopUs } from './visibleFlights';

/** Steps in a second of playing from which on nobody can follow single ones: some fifty in a picture. */
const busySteps = 3000;
const picturesPerSecond = 60;
/** Pictures kept ahead, enough for a worker that is late; so many are asked for at a time, more when there are few left. */
const wantAhead = 30;
const chunk = { least: 6, most: 18 };
/** So many messages that take no time are seen at once, and no more. */
const hopsAtMost = 1000;

/** A picture of a busy run, to be shown at its time. */
interface Shot {
  readonly timeUs: number;
  readonly frame: Frame;
  readonly hops: readonly Flight[];
}

/**
 * Fetches pictures ahead of the playhead while so much happens that fetching every step would take longer than playing
 * it. Each shows exactly what the frame at its time is; only what happened between two of them is not at hand.
 */
export class ReelKeeper {
  readonly #host: RunHost;
  readonly #ask: AskRun;
  #shots: Shot[] = [];
  #asking: symbol | null = null;
  #isInUse = false;
  #generation = 0;
  /** How the run stood when there were no more pictures. */
  #exhausted: RunSummary | null | undefined;

  constructor(host: RunHost, ask: AskRun) {
    this.#host = host;
    this.#ask = ask;
  }

  get isInUse(): boolean {
    return this.#isInUse;
  }

  /** Whether the run is to be played by pictures from here on. */
  isWanted(): boolean {
    const { window, speed, summary, generation } = this.#host.get();
    // Pictures of a run that was replaced meanwhile are of no use.
    if (generation !== this.#generation) this.clear();
    this.#generation = generation;
    const isOver = this.#shots.length === 0 && summary === this.#exhausted;
    if (window === null || !Number.isFinite(speed) || isOver) return false;
    const density = this.#density() ?? densityOf(window);
    // Where nothing is at hand yet, it goes on as before. Less is enough to go on than to begin.
    if (density !== null) this.#isInUse = density * speed > busySteps / (this.#isInUse ? 2 : 1);
    if (!this.#isInUse) this.clear();
    return this.#isInUse;
  }

  /** The playhead goes elsewhere, or goes on step by step. */
  clear(): void {
    this.drop();
    this.#isInUse = false;
  }

  /** The playhead goes further on, and is played on from there as before. */
  drop(): void {
    this.#shots = [];
    this.#asking = null;
  }

  /** Takes the newest picture that is due by a time, and none after a step. */
  take(timeUs: number, lastStep: number): Partial<RunData> | null {
    const data = this.#host.get();
    let due: Shot | null = null;
    const hops: Flight[] = [];
    for (const shot of this.#shots) {
      if (shot.timeUs > timeUs || shot.frame.step > lastStep) break;
      hops.push(...shot.hops);
      due = shot;
    }
    if (due === null) return null;
    const { frame, timeUs: shownUs } = due;
    this.#shots = this.#shots.slice(this.#shots.indexOf(due) + 1);
    const seenUs = shownUs - hopUs * data.speed;
    return {
      playhead: { timeUs: shownUs, step: frame.step },
      frame,
      window: { start: frame, entries: [] },
      hops: [...data.hops.filter(({ departUs }) => departUs > seenUs && departUs <= shownUs), ...hops],
    };
  }

  /** Fetches more pictures, if more are wanted and there are more. */
  async extend(): Promise<void> {
    const { frame, playhead, speed, generation, doc, summary } = this.#host.get();
    const count = Math.min(chunk.most, wantAhead - this.#shots.length);
    if (this.#asking !== null || count < chunk.least || frame === null) return;
    if (summary === this.#exhausted) return;
    const last = this.#shots.at(-1) ?? { timeUs: playhead.timeUs, frame };
    const everyUs = Math.max(1, (speed * 1e6) / picturesPerSecond);
    const hopEveryUs = (hopUs * speed * doc.wires.length) / hopsAtMost;
    const asking = Symbol('reel');
    this.#asking = asking;
    try {
      const query = { fromUs: last.timeUs, everyUs, count, hopEveryUs };
      const stills = await this.#ask('reel', { step: last.frame.step }, query);
      if (this.#asking !== asking || generation !== this.#host.get().generation) return;
      const frames = framesOf(last.frame, stills);
      const shots = stills.flatMap(({ timeUs, hops }, index) => {
        const shown = frames[index];
        return shown === undefined ? [] : [{ timeUs, frame: shown, hops }];
      });
      this.#shots = [...this.#shots, ...shots];
      if (stills.length < count) this.#exhausted = summary;
    } catch {
      // Overtaken by a new document, or by a bug of the run, of which whoever plays on step by step hears.
    } finally {
      if (this.#asking === asking) this.#asking = null;
    }
  }

  /** Steps in a second of virtual time, as far ahead as there are pictures; null for none. */
  #density(): number | null {
    const [first, last] = [this.#shots[0], this.#shots.at(-1)];
    if (first === undefined || last === undefined || first === last) return null;
    return ((last.frame.step - first.frame.step) * 1e6) / (last.timeUs - first.timeUs);
  }
}
