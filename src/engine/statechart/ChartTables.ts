import type { Evaluated } from '#engine/expression/compileExpression';
import type { ExpressionScope } from '#engine/expression/ExpressionScope';
import type { Json } from '#engine/model/Json';
import type { StateType } from '#engine/model/statechart/Statechart';
import type { StatechartOutput } from './StatechartSnapshot';

/** An expression or template ready to run, of which only this much matters here. */
export interface Formula<T extends Json = Json> {
  readonly usesRandom: boolean;
  evaluate(scope: ExpressionScope): Evaluated<T>;
}

/** What actions work on: the step that is being made. */
export interface ActionHost {
  readonly scope: ExpressionScope;
  /** The value of a formula now, or undefined after the failure is reported. */
  valueOf<T extends Json>(formula: Formula<T>, state: string): T | undefined;
  assign(values: Readonly<Record<string, Json>>): void;
  raise(type: string, data: Json): void;
  put(output: StatechartOutput): void;
  setTimer(type: string, delayMs: number): void;
  clearTimer(type: string): void;
}

export type Act = (host: ActionHost) => void;

/** A transition with everything decided that does not depend on the run. */
export interface TransitionTable {
  /** Place of the state it belongs to. */
  readonly source: number;
  /** Places of the targets; null to stay. */
  readonly targets: readonly number[] | null;
  readonly guard: Formula<boolean> | null;
  readonly reenter: boolean;
  readonly acts: readonly Act[];
  /** What it enters when it is taken alone; null while that depends on what history states remember. */
  entry: EntrySet | null;
}

/** States to enter in document order, and those of them that begin where their `initial` says. */
export interface EntrySet {
  readonly enter: readonly number[];
  readonly byDefault: ReadonlySet<number>;
}

/** A state with everything about it that the interpreter asks for. */
export interface StateTable {
  readonly index: number;
  readonly parent: number;
  /** The place after the last state inside. */
  readonly end: number;
  readonly id: string;
  readonly key: string;
  readonly type: StateType;
  /** Places of the states directly inside that are no history states. */
  readonly children: readonly number[];
  /** Places of its history states. */
  readonly histories: readonly number[];
  readonly isDeep: boolean;
  /** Where a history state leads while it remembers nothing. */
  readonly defaults: readonly number[];
  /** Whether that is where its parent begins. */
  readonly isParentsInitial: boolean;
  /** Place of the state where a compound state begins; −1 in others. */
  readonly initial: number;
  readonly initialActs: readonly Act[];
  readonly entry: readonly Act[];
  readonly exit: readonly Act[];
  readonly always: readonly TransitionTable[];
  /** Every transition that an event of a type of its own descriptors may take, in the order of asking. */
  readonly byType: ReadonlyMap<string, readonly TransitionTable[]>;
  /** Descriptors with a wildcard, the longest first. */
  readonly wildcards: readonly (readonly [string, readonly TransitionTable[]])[];
  readonly output: Formula | null;
}

/** A statechart ready to run. */
export interface ChartTables {
  readonly context: Readonly<Record<string, Json>>;
  readonly states: readonly StateTable[];
  /** The transition that begins it. */
  readonly beginning: TransitionTable;
  readonly hasAlways: boolean;
  /** One for all steps: nothing keeps it. */
  readonly scope: ExpressionScope;
}

/** Whether a state lies inside another; everything lies inside −1. */
export function isWithin({ states }: ChartTables, inner: number, outer: number): boolean {
  return outer < 0 || (inner > outer && inner < (states[outer]?.end ?? 0));
}

/** The state at a place, which must be one. */
export function stateAt({ states }: ChartTables, index: number): StateTable {
  const state = states[index];
  if (state === undefined) throw new RangeError(`the chart has no state at ${index}`);
  return state;
}

export const doneType = (id: string) => `xstate.done.state.${id}`;
