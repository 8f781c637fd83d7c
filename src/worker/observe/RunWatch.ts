import { ObservedBook } from '#engine/analysis/observed/ObservedBook';
import { watchBus } from '#engine/analysis/observed/watchBus';
import { planFlow } from '#engine/runtime/FlowPlan';
import { Simulation } from '#engine/runtime/Simulation';
import { consumerGroups } from '#kinds/bus/consumerGroups';
import { runningKinds } from '#kinds/runningKinds';
import type { RunObservation, RunSource } from './observeProtocol';

/** Makes a run once more, and gathers what happens on one of its buses. The run itself knows nothing of it. */
export class RunWatch {
  /** The last step it may make. */
  reach: number;
  readonly #simulation: Simulation;
  readonly #book: ObservedBook;
  #isOver = false;

  constructor({ doc, bus, order, isPerKey }: RunSource, reach: number) {
    this.reach = reach;
    this.#simulation = new Simulation(planFlow(doc, runningKinds));
    const book = new ObservedBook(isPerKey);
    this.#book = book;
    const laneOf = consumerGroups(doc, doc.nodes[bus]?.id ?? '');
    watchBus(this.#simulation, { bus, order, laneOf }, (sighting) => book.add(sighting));
  }

  /** Makes at most so many steps; false when there is none left that it may make. */
  advance(steps: number): boolean {
    const end = Math.min(this.reach, this.#simulation.stepCount + steps);
    while (!this.#isOver && this.#simulation.stepCount < end) {
      if (!this.#simulation.step()) this.#isOver = true;
    }
    return !this.#isDone;
  }

  report(): RunObservation {
    return { observed: this.#book.report(), steps: this.#simulation.stepCount, isComplete: this.#isDone };
  }

  get #isDone(): boolean {
    return this.#isOver || this.#simulation.stepCount >= this.reach;
  }
}
