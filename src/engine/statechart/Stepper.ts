import type { ExpressionScope } from '#engine/expression/ExpressionScope';
import type { Json } from '#engine/model/Json';
import {
  doneType,
  stateAt,
  type Act,
  type ActionHost,
  type ChartTables,
  type Formula,
  type StateTable,
  type TransitionTable,
} from './ChartTables';
import { domainsOf, entrySet } from './entrySet';
import { isFinished } from './isFinished';
import { remember } from './remember';
import { selectEventless, selectTransitions, withoutConflicts } from './selectTransitions';
import { statechartLimits } from '#engine/model/statechart/statechartLimits';
import type {
  StatechartBound,
  StatechartEvent,
  StatechartMoment,
  StatechartOutput,
  StatechartSnapshot,
  StatechartStep,
  StatechartTimer,
} from './StatechartSnapshot';
import { exitSet } from './transitionDomain';

/** One step while it is made: everything that the event causes, until nothing is left to do without another one. */
export class Stepper implements ActionHost {
  readonly scope: ExpressionScope;
  readonly #tables: ChartTables;
  readonly #moment: StatechartMoment;
  readonly #outputs: StatechartOutput[] = [];
  readonly #raised: StatechartEvent[] = [];
  #status: StatechartSnapshot['status'];
  #states: readonly number[];
  #history: StatechartSnapshot['history'];
  #context: StatechartSnapshot['context'];
  #timers: readonly StatechartTimer[];
  #output: Json;
  #entered: readonly number[] = noStates;
  #evaluations = 0;
  /** Whether the present microstep changed anything but the outputs. */
  #isChanged = false;
  /** A failed expression is told once for each step and state: guards are asked again and again. */
  #failures: Set<string> | null = null;
  readonly #passes = (transition: TransitionTable) => this.#isPassed(transition);

  constructor(tables: ChartTables, snapshot: StatechartSnapshot, moment: StatechartMoment) {
    this.#tables = tables;
    this.#moment = moment;
    this.#status = snapshot.status;
    this.#states = snapshot.states;
    this.#history = snapshot.history;
    this.#context = snapshot.context;
    this.#timers = snapshot.timers;
    this.#output = snapshot.output;
    this.scope = tables.scope;
    this.scope.context = snapshot.context;
    this.scope.now = moment.nowUs / 1000;
    this.scope.time = this.scope.now;
  }

  /** Enters the chart. */
  begin(event: StatechartEvent): StatechartStep {
    this.#see(event);
    this.#microstep([this.#tables.beginning]);
    return this.#settle(true);
  }

  /** Takes an event. */
  take(event: StatechartEvent): StatechartStep {
    this.#see(event);
    if (this.#timers.length > 0) this.clearTimer(event.type);
    const transitions = this.#select(event.type);
    this.#microstep(transitions);
    return this.#settle(transitions.length > 0);
  }

  valueOf<T extends Json>(formula: Formula<T>, state: string): T | undefined {
    this.#evaluations += 1;
    if (this.#evaluations > statechartLimits.evaluations) return this.#stop('evaluations');
    if (formula.usesRandom) this.scope.random = this.#moment.random?.() ?? 0;
    const result = formula.evaluate(this.scope);
    if (result.ok) return result.value;
    this.#failures ??= new Set();
    const failure = `${state}\n${result.error}`;
    if (!this.#failures.has(failure)) this.put({ output: 'failure', state, message: result.error });
    this.#failures.add(failure);
    return undefined;
  }

  assign(values: Readonly<Record<string, Json>>): void {
    this.#context = Object.freeze({ ...this.#context, ...values });
    this.scope.context = this.#context;
    this.#isChanged = true;
  }

  raise(type: string, data: Json): void {
    if (this.#raised.length < statechartLimits.outputs) {
      this.#raised.push({ type, key: this.scope.key, data });
    } else this.#stop('outputs');
  }

  put(output: StatechartOutput): void {
    if (this.#outputs.length < statechartLimits.outputs) this.#outputs.push(output);
    else this.#stop('outputs');
  }

  setTimer(type: string, delayMs: number): void {
    const dueUs = this.#moment.nowUs + Math.round(delayMs * 1000);
    this.#timers = [...this.#timers.filter((timer) => timer.type !== type), { type, dueUs }];
  }

  clearTimer(type: string): void {
    if (this.#timers.some((timer) => timer.type === type)) {
      this.#timers = this.#timers.filter((timer) => timer.type !== type);
    }
  }

  /** Microsteps without events go first, then raised events in their order. */
  #settle(isTaken: boolean): StatechartStep {
    let mayHaveEventless = true;
    for (let microsteps = 1; this.#status === 'active'; microsteps++) {
      const eventless: readonly TransitionTable[] = mayHaveEventless ? this.#selectEventless() : none;
      const raised: StatechartEvent | undefined = eventless.length === 0 ? this.#raised.shift() : undefined;
      if (eventless.length === 0 && raised === undefined) break;
      if (microsteps >= statechartLimits.microsteps) {
        this.#stop('microsteps');
        break;
      }
      if (raised !== undefined) this.#see(raised);
      this.#isChanged = false;
      this.#microstep(raised === undefined ? eventless : this.#select(raised.type));
      // One without a target that changes nothing would pass for ever.
      mayHaveEventless = raised !== undefined || this.#isChanged;
    }
    return { snapshot: this.#snapshot(), entered: this.#entered, outputs: this.#outputs, isTaken };
  }

  #snapshot(): StatechartSnapshot {
    return {
      status: this.#status,
      states: this.#states,
      history: this.#history,
      context: this.#context,
      timers: this.#status === 'active' ? this.#timers : [],
      output: this.#output,
    };
  }

  #see({ type, key, data }: StatechartEvent): void {
    this.scope.type = type;
    this.scope.key = key;
    this.scope.data = data;
  }

  #select(type: string): readonly TransitionTable[] {
    return selectTransitions(type, this.#states, this.#tables, this.#passes);
  }

  #selectEventless(): readonly TransitionTable[] {
    if (!this.#tables.hasAlways) return none;
    return selectEventless(this.#states, this.#tables, this.#history, this.#passes);
  }

  #isPassed({ guard, source }: TransitionTable): boolean {
    if (guard === null) return true;
    return this.valueOf(guard, stateAt(this.#tables, source).id) === true;
  }

  /** Leaves, acts, enters: the microstep of SCXML. */
  #microstep(enabled: readonly TransitionTable[]): void {
    if (enabled.length === 0) return;
    const transitions = withoutConflicts(enabled, this.#states, this.#tables, this.#history);
    const before = this.#states;
    const history = this.#history;
    const domains = domainsOf(transitions, this.#tables, history);
    this.#exit(transitions);
    for (const { acts } of transitions) this.#perform(acts);
    this.#enter(transitions, domains);
    if (this.#status === 'done') this.#exitAll();
    if (isSame(before, this.#states) && history === this.#history) this.#states = before;
    else this.#isChanged = true;
  }

  #exit(transitions: readonly TransitionTable[]): void {
    const exits = this.#exitsOf(transitions);
    if (exits.length === 0) return;
    this.#history = remember(exits, this.#states, this.#history, this.#tables);
    for (const index of exits) this.#perform(stateAt(this.#tables, index).exit);
    this.#states = this.#states.filter((index) => !exits.includes(index));
  }

  /** The innermost and last state first. */
  #exitsOf(transitions: readonly TransitionTable[]): readonly number[] {
    const exits = new Set<number>();
    for (const transition of transitions) {
      if (transition === this.#tables.beginning) continue;
      for (const index of exitSet(transition, this.#states, this.#tables, this.#history)) exits.add(index);
    }
    return [...exits].toSorted((a, b) => b - a);
  }

  #enter(transitions: readonly TransitionTable[], domains: readonly number[]): void {
    if (transitions.every(({ targets }) => targets === null)) return;
    const { enter, byDefault } = entrySet(transitions, domains, this.#tables, this.#history);
    // Mostly there is one microstep, whose list is that of the tables.
    this.#entered = this.#entered.length === 0 ? enter : [...this.#entered, ...enter];
    const completed = new Set<number>();
    const states = [...this.#states];
    this.#states = states;
    for (const index of enter) {
      const state = stateAt(this.#tables, index);
      if (!states.includes(index)) states.push(index);
      this.#perform(state.entry);
      if (byDefault.has(index)) this.#perform(state.initialActs);
      if (state.type === 'final') this.#finish(state, completed);
    }
  }

  /** Tells the state around a final one that it is done, and so on outwards through regions that are all done. */
  #finish(state: StateTable, completed: Set<number>): void {
    const parent = this.#parentOf(state);
    let around = parent?.type === 'parallel' ? parent : this.#parentOf(parent);
    let last = around ?? state;
    if (parent?.type === 'compound') this.#raiseDone(parent, this.#outputOf(state) ?? null);
    while (
      around?.type === 'parallel' &&
      !completed.has(around.index) &&
      isFinished(around, this.#states, this.#tables)
    ) {
      completed.add(around.index);
      this.#raiseDone(around, null);
      last = around;
      around = this.#parentOf(around);
    }
    if (around !== undefined || this.#status === 'error') return;
    this.#status = 'done';
    this.#isChanged = true;
    this.#output = this.#chartOutput(last);
  }

  /** The output of the whole chart sees the end of its last state as its event. */
  #chartOutput(last: StateTable): Json {
    const root = stateAt(this.#tables, 0);
    if (root.output === null) return null;
    const { type, key, data } = this.scope;
    const ofLast = last.parent >= 0 ? this.#outputOf(last) : undefined;
    this.#see({ type: doneType(last.id), key, data: ofLast ?? null });
    const output = this.#outputOf(root) ?? null;
    this.#see({ type, key, data });
    return output;
  }

  #outputOf({ output, id }: StateTable): Json | undefined {
    return output === null ? undefined : this.valueOf(output, id);
  }

  #raiseDone({ id }: StateTable, output: Json): void {
    this.raise(doneType(id), output);
  }

  #parentOf(state: StateTable | undefined): StateTable | undefined {
    return state === undefined || state.parent < 0 ? undefined : stateAt(this.#tables, state.parent);
  }

  #exitAll(): void {
    for (const index of this.#states.toSorted((a, b) => b - a)) {
      this.#perform(stateAt(this.#tables, index).exit);
    }
  }

  #perform(acts: readonly Act[]): void {
    for (const act of acts) act(this);
  }

  /** Ends a step that would go on for too long, and the chart with it. */
  #stop(what: StatechartBound): undefined {
    if (this.#status === 'error') return;
    this.#status = 'error';
    this.#outputs.push({ output: 'limit', what, max: statechartLimits[what] });
  }
}

const none: readonly TransitionTable[] = [];
const noStates: readonly number[] = [];

function isSame(before: readonly number[], after: readonly number[]): boolean {
  if (before === after) return true;
  return before.length === after.length && before.every((index) => after.includes(index));
}
