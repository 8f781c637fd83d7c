import type { Stop, StopFound } from '#engine/runtime/stops/StopRule';
import type { AskRun, RunHost } from './runData';

/** How far a run may be played on. */
export interface Barrier {
  /** The step to stop at, where it is known. */
  readonly step: number | null;
  readonly timeUs: number;
  /** Steps up to this one stop nobody. */
  readonly upTo: number;
}

interface Look {
  readonly stops: readonly Stop[];
  readonly generation: number;
  readonly from: number;
  found: StopFound | null;
}

/** In milliseconds: while the run itself is not known further, and while enough is known ahead. */
const restMs = 60;
/** So many steps ahead of the playhead nothing is in a hurry, unless the run is raced through. */
const enoughAhead = 200_000;

/** Has the run looked through ahead of the playhead, so that playing never passes a stop. */
export class StopLine {
  readonly #host: RunHost;
  readonly #ask: AskRun;
  readonly #stops: () => readonly Stop[];
  readonly #tell: (found: StopFound, stops: readonly Stop[]) => void;
  #look: Look | null = null;
  #asking: Look | null = null;

  /** `tell` hears of every answer. */
  constructor(
    host: RunHost,
    ask: AskRun,
    stops: () => readonly Stop[],
    tell: (found: StopFound, stops: readonly Stop[]) => void,
  ) {
    this.#host = host;
    this.#ask = ask;
    this.#stops = stops;
    this.#tell = tell;
  }

  /** What is known of the way on from a step; null when nothing stops. Has more looked through, if more is wanted. */
  after(step: number): Barrier | null {
    const stops = this.#stops();
    if (stops.length === 0) return null;
    if (this.#look === null || !isAbout(this.#look, stops, this.#host.get().generation, step)) {
      this.#look = { stops, generation: this.#host.get().generation, from: step, found: null };
    }
    const look = this.#look;
    if (look.found?.isComplete !== true && this.#asking !== look) void this.#askOn(look);
    return barrierOf(look);
  }

  /** What was found at a step that is a stop. */
  foundAt(step: number): { readonly found: StopFound; readonly stops: readonly Stop[] } | null {
    const look = this.#look;
    return look === null || look.found?.step !== step ? null : { found: look.found, stops: look.stops };
  }

  async #askOn(look: Look): Promise<void> {
    this.#asking = look;
    try {
      while (this.#look === look && this.#host.get().isPlaying && look.found?.isComplete !== true) {
        const found = await this.#ask('findStop', look.from, look.stops, 'next');
        if (this.#host.get().generation !== look.generation) break;
        look.found = found;
        this.#tell(found, look.stops);
        if (this.#mayRest(found)) await new Promise((done) => setTimeout(done, restMs));
      }
    } catch {
      // Overtaken by a new document, or by a bug of the run, of which whoever plays there hears.
      look.found ??= { step: null, timeUs: 0, hits: [], failures: [], knownStep: Infinity, isComplete: true };
    }
    if (this.#asking === look) this.#asking = null;
  }

  #mayRest({ knownStep }: StopFound): boolean {
    const { summary, playhead, speed } = this.#host.get();
    return (
      knownStep >= (summary?.steps ?? 0) || (speed < Infinity && knownStep > playhead.step + enoughAhead)
    );
  }
}

function isAbout(look: Look, stops: readonly Stop[], generation: number, step: number): boolean {
  if (look.stops !== stops || look.generation !== generation || step < look.from) return false;
  const { step: stop, upTo } = barrierOf(look);
  return stop === null ? step <= upTo : step < stop;
}

function barrierOf({ found, from }: Look): Barrier {
  if (found === null) return { step: null, timeUs: 0, upTo: from };
  const { step, timeUs, isComplete, knownStep } = found;
  if (step !== null) return { step, timeUs, upTo: step - 1 };
  return { step, timeUs, upTo: isComplete ? Infinity : knownStep };
}
