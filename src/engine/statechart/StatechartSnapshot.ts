import type { Json } from '#engine/model/Json';

/** Something that happens to a statechart, from outside or raised within. */
export interface StatechartEvent {
  readonly type: string;
  readonly key: string;
  readonly data: Json;
}

/** A delay that is running: when it is over, the host hands the event of this type to the chart. */
export interface StatechartTimer {
  readonly type: string;
  /** Virtual time in microseconds. */
  readonly dueUs: number;
}

/** Where a statechart is, as plain JSON. It is never changed: a step makes another one. */
export interface StatechartSnapshot {
  /** `error` when a limit ended it. Only an active chart takes events. */
  readonly status: 'active' | 'done' | 'error';
  /** The active states by their places in document order, in the order in which they were entered. */
  readonly states: readonly number[];
  /** What history states remember, by their places. */
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly context: Readonly<Record<string, Json>>;
  /** In the order in which they were set. */
  readonly timers: readonly StatechartTimer[];
  /** What the chart hands on; null until it is done. */
  readonly output: Json;
}

/** What a step put out, in order. */
export type StatechartOutput =
  | {
      readonly output: 'emit';
      readonly to: string;
      readonly type: string;
      readonly key: string;
      readonly data: Json;
    }
  | { readonly output: 'log'; readonly message: Json }
  /** An expression had no value: a guard did not pass, an action did nothing, a delay was not set. */
  | { readonly output: 'failure'; readonly state: string; readonly message: string }
  /** The step went on for too long and was ended. */
  | { readonly output: 'limit'; readonly what: StatechartBound; readonly max: number };

/** What of one step has a limit. */
export type StatechartBound = 'microsteps' | 'outputs' | 'evaluations';

/** When a step is made, and where its random numbers come from. */
export interface StatechartMoment {
  /** Virtual time in microseconds. */
  readonly nowUs: number;
  /** A number from 0 up to 1; asked only for expressions that say `random`, which see 0 without it. */
  readonly random?: () => number;
}

export interface StatechartStep {
  readonly snapshot: StatechartSnapshot;
  /** The states that were entered on the way, by their places: those that were left again too, and one as often as it was. */
  readonly entered: readonly number[];
  readonly outputs: readonly StatechartOutput[];
  /** Whether the event itself took a transition; false for one that nothing waited for, which is dropped. */
  readonly isTaken: boolean;
}
