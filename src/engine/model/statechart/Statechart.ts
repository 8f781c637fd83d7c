import type { Json } from '../Json';

export type StateType = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';

/**
 * A statechart as plain data: what is left of a machine configuration of XState v5 when everything in it is known.
 * Guards and delays are texts of the expression language; values may hold `${…}`.
 */
export interface Statechart {
  /** What the chart remembers at its beginning. */
  readonly context: Readonly<Record<string, Json>>;
  /** The outermost state; its key is the id of the chart. */
  readonly root: ChartState;
}

export interface ChartState {
  readonly key: string;
  /** An id of its own, by which `#id` leads here from everywhere; null for the one made of the keys on the way. */
  readonly id: string | null;
  readonly type: StateType;
  readonly description: string;
  /** Where a compound state begins; null in all others. */
  readonly initial: Initial | null;
  readonly entry: readonly ChartAction[];
  readonly exit: readonly ChartAction[];
  /** Transitions by event descriptor (`paid`, `paid.*` or `*`), each list in the order of asking. */
  readonly on: readonly Branch[];
  /** Transitions by delay: milliseconds as a text, or an expression that gives some. */
  readonly after: readonly Branch[];
  readonly always: readonly Transition[];
  readonly onDone: readonly Transition[];
  /** Of a final state or the whole chart: what it hands on when it is done. */
  readonly output: Json | undefined;
  /** What a history state remembers: the state next to it, or all the way down. */
  readonly history: 'shallow' | 'deep';
  /** Where a history state leads while it remembers nothing; null for where its parent begins. */
  readonly target: readonly string[] | null;
  readonly states: readonly ChartState[];
}

export interface Initial {
  /** Key of one of the states inside. */
  readonly target: string;
  readonly actions: readonly ChartAction[];
}

export interface Branch {
  readonly when: string;
  readonly transitions: readonly Transition[];
}

export interface Transition {
  /** Targets as they are written (`sibling`, `.child`, `#id`); null to stay without leaving anything. */
  readonly targets: readonly string[] | null;
  /** A condition; null for always. */
  readonly guard: string | null;
  /** Whether it leaves its own state even when the target lies inside. */
  readonly reenter: boolean;
  readonly actions: readonly ChartAction[];
}

export type ChartAction =
  | { readonly type: 'assign'; readonly params: Readonly<Record<string, Json>> }
  | { readonly type: 'raise'; readonly params: { readonly type: string; readonly data: Json } }
  | { readonly type: 'emit'; readonly params: EmitParams }
  | { readonly type: 'log'; readonly params: { readonly message: Json } };

export interface EmitParams {
  /** Name of the event type. */
  readonly type: string;
  /** Key of the new event, with `${…}`; null for that of the event that caused it. */
  readonly key: string | null;
  readonly data: Json;
  /** Where it goes, for a host that knows several places; empty for the only one. */
  readonly to: string;
}
