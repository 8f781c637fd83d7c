import { recordStep } from '#engine/runtime/frames';
import type { Simulation } from '#engine/runtime/Simulation';
import { semanticsVersion } from '#engine/share/semanticsVersion';
import { inputFailure } from './CliFailure';
import type { FileSink, Io } from './Io';

/**
 * A trace as lines of JSON: first a header with what the numbers in the entries stand for, then one entry a step. It is
 * written as the run goes on, so that it may be longer than memory.
 */
export class TraceFile {
  readonly #simulation: Simulation;
  readonly #file: FileSink;
  #lines: string[] = [];

  private constructor(simulation: Simulation, file: FileSink) {
    this.#simulation = simulation;
    this.#file = file;
    const { doc } = simulation.plan;
    this.#write({
      trace: 1,
      semantics: semanticsVersion,
      name: doc.name,
      seed: doc.seed,
      untilMs: doc.untilMs,
      nodes: doc.nodes.map(({ id }) => id),
      wires: doc.wires.map(({ id }) => id),
      eventTypes: doc.eventTypes.map(({ id }) => id),
    });
  }

  static async open(path: string, simulation: Simulation, io: Io): Promise<TraceFile> {
    try {
      return new TraceFile(simulation, await io.openFile(path));
    } catch (error) {
      throw inputFailure('unwritable-file', `${path} cannot be written: ${String(error)}.`);
    }
  }

  /** Makes one step of the run and keeps its entry; false when there is none left. */
  step(): boolean {
    const entry = recordStep(this.#simulation);
    if (entry === null) return false;
    this.#write(entry);
    return true;
  }

  /** Writes what was kept, and waits until it is taken. */
  async flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length > 0) await this.#file.write(lines.join(''));
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#file.close();
  }

  #write(line: object): void {
    this.#lines.push(`${JSON.stringify(line)}\n`);
  }
}
