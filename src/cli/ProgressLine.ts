import type { Simulation } from '#engine/runtime/Simulation';
import type { Io } from './Io';
import { grouped } from './numberTexts';

const firstAfterMs = 500;
const everyMs = 100;

interface Ends {
  readonly maxSteps: number;
  readonly maxEvents: number;
}

/** How far a run is, on one line of the terminal that is written over; silent elsewhere, and on short runs. */
export class ProgressLine {
  readonly #simulation: Simulation;
  readonly #ends: Ends;
  readonly #io: Io;
  readonly #title: string;
  readonly #startMs: number;
  #shownMs: number;
  #isShown = false;

  constructor(simulation: Simulation, ends: Ends, io: Io, title = '') {
    this.#title = title === '' ? '' : `${title}: `;
    this.#simulation = simulation;
    this.#ends = ends;
    this.#io = io;
    this.#startMs = io.nowMs();
    this.#shownMs = this.#startMs + firstAfterMs - everyMs;
  }

  async show(nowMs: number): Promise<void> {
    if (!this.#io.isTerminal || nowMs - this.#shownMs < everyMs) return;
    this.#shownMs = nowMs;
    this.#isShown = true;
    await this.#io.errors.write(
      `\r\u001B[2K${this.#title}${progressText(this.#simulation, this.#ends, nowMs - this.#startMs)}`,
    );
  }

  async clear(): Promise<void> {
    if (this.#isShown) await this.#io.errors.write('\r\u001B[2K');
    this.#isShown = false;
  }
}

/** The share of what will end the run first, the steps made per second, and the virtual time reached. */
function progressText(
  { nowUs, untilUs, stepCount, eventCount }: Simulation,
  ends: Ends,
  spentMs: number,
): string {
  const share = Math.max(nowUs / untilUs, stepCount / ends.maxSteps, eventCount / ends.maxEvents);
  const perSecond = spentMs > 0 ? stepCount / (spentMs / 1000) : 0;
  const steps = `${grouped(stepCount)} steps, ${grouped(perSecond)} a second`;
  return `${(100 * Math.min(1, share)).toFixed(0).padStart(3)} %  ${steps}, virtual time ${(nowUs / 1e6).toFixed(1)} s`;
}
