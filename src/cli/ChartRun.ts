import { createStreams } from '#engine/kernel/RandomStreams';
import type { Json } from '#engine/model/Json';
import type { ChartTables } from '#engine/statechart/ChartTables';
import { compileStatechart } from '#engine/statechart/compileStatechart';
import type { Statechart } from '#engine/model/statechart/Statechart';
import type {
  StatechartEvent,
  StatechartOutput,
  StatechartSnapshot,
  StatechartStep,
} from '#engine/statechart/StatechartSnapshot';
import { stateValue } from '#engine/statechart/stateValue';
import { nextTimer, startStatechart, stepStatechart } from '#engine/statechart/stepStatechart';
import type { ChartInput } from './readChartEvents';

/** One step of a chart as the command line shows it. */
export interface ShownStep {
  readonly timeUs: number;
  /** The event that made it; `xstate.init` for the first. */
  readonly event: { readonly type: string; readonly key: string; readonly data: Json };
  readonly status: StatechartSnapshot['status'];
  readonly value: Json;
  readonly context: StatechartSnapshot['context'];
  readonly outputs: readonly StatechartOutput[];
  readonly timers: StatechartSnapshot['timers'];
  readonly output: Json;
}

/** Runs a chart on its own in virtual time. */
export class ChartRun {
  readonly #tables: ChartTables;
  readonly #random: () => number;
  #snapshot: StatechartSnapshot;
  #nowUs = 0;
  readonly first: ShownStep;

  constructor(chart: Statechart, seed: number) {
    this.#tables = compileStatechart(chart);
    const streams = createStreams(seed, ['statechart']);
    this.#random = () => streams.nextUnit(0);
    const step = startStatechart(this.#tables, this.#moment);
    this.#snapshot = step.snapshot;
    this.first = this.#shown({ type: 'xstate.init', key: '', data: null }, step);
  }

  /** Hands in an event, or lets time pass, in which timers become due one after the other. */
  *take(input: ChartInput): Generator<ShownStep> {
    if ('event' in input) {
      yield this.#step(input.event);
      return;
    }
    const untilUs = this.#nowUs + Math.round(input.waitMs * 1000);
    for (let timer = nextTimer(this.#snapshot); timer !== null; timer = nextTimer(this.#snapshot)) {
      if (timer.dueUs > untilUs) break;
      this.#nowUs = timer.dueUs;
      yield this.#step({ type: timer.type, key: '', data: null });
    }
    this.#nowUs = untilUs;
  }

  get #moment() {
    return { nowUs: this.#nowUs, random: this.#random };
  }

  #step(event: StatechartEvent): ShownStep {
    const step = stepStatechart(this.#tables, this.#snapshot, event, this.#moment);
    this.#snapshot = step.snapshot;
    return this.#shown(event, step);
  }

  #shown(event: StatechartEvent, { snapshot, outputs }: StatechartStep): ShownStep {
    const { status, context, timers, output } = snapshot;
    const value = stateValue(this.#tables, snapshot);
    return { timeUs: this.#nowUs, event, status, value, context, outputs, timers, output };
  }
}
