import type { FlowEvent } from '#engine/model/messages';
import type { ChartTables } from '#engine/statechart/ChartTables';
import type { StatechartOutput, StatechartSnapshot } from '#engine/statechart/StatechartSnapshot';

/** A delay that runs, and the pending timer that ends it; 0 while the handler is paused or down and it is over. */
export interface ChartAlarm {
  readonly type: string;
  readonly dueUs: number;
  readonly id: number;
}

/** One instance of the statechart. It is never changed, so that snapshots of a run share it: a step makes another. */
export interface ChartInstance {
  readonly key: string;
  readonly snapshot: StatechartSnapshot;
  readonly alarms: readonly ChartAlarm[];
  /** The last event that it was handed, from which follows what its delays emit; null before the first. */
  readonly cause: FlowEvent | null;
  /** Since when it is in its present states. */
  readonly sinceUs: number;
}

/** The books of one state over all instances. */
export interface StateBook {
  /** How many instances are in it. */
  now: number;
  /** How often it was entered. */
  entered: number;
  /** Time spent in it by all instances together, up to `sinceUs`, in microseconds. */
  sumUs: number;
  sinceUs: number;
}

/** What a handler with a statechart remembers. */
export interface ChartRoom {
  /** By key with a `:` in front. */
  instances: Record<string, ChartInstance>;
  count: number;
  /** Keys of those that are done, in the order in which they ended: the first are forgotten first. */
  ended: string[];
  /** How many came to an end by themselves, and how many at a limit. */
  done: number;
  broken: number;
  /** How many are where a run may not end. */
  open: number;
  /** Events that no transition took. */
  unhandled: number;
  /** Keys of those that were stepped last, the latest first. */
  recent: readonly string[];
  /** Delays that were over while the handler was paused or down. */
  overdue: number;
  /** By place of the state in the chart. */
  books: StateBook[];
}

/** A statechart ready to run in a handler. */
export interface ChartPlan {
  readonly tables: ChartTables;
  /** By place of a state: its keys on the way from the outermost one, with dots between. */
  readonly paths: readonly string[];
  readonly isPerKey: boolean;
  readonly outlivesCrash: boolean;
  /** Whether the chart has an end; one without may stop anywhere. */
  readonly hasEnd: boolean;
  /** Event types by name. */
  readonly types: ReadonlyMap<string, number>;
}

type Emission = Extract<StatechartOutput, { readonly output: 'emit' }>;

/** What the chart wants to emit for one delivery, and how many of it everybody has taken that they went to. */
export interface Outbox {
  readonly emissions: readonly Emission[];
  readonly sent: number;
}

/** For no delivery there is anything to emit; shared by all work, so that none is made for each. */
export const noOutboxes: Readonly<Record<string, Outbox>> = Object.freeze({});

export type { Emission };
