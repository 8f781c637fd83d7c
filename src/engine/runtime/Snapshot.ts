import type { EventList } from '#engine/kernel/EventList';
import type { RandomStreams } from '#engine/kernel/RandomStreams';
import type { TraceHash } from '#engine/kernel/TraceHash';
import type { Counters } from './Counters';
import type { LifecycleBook } from './LifecycleBook';
import type { Metrics } from './Metrics';
import type { Pending } from './Pending';
import type { LimitReached } from './Simulation';
import type { WireCuts } from './WireCuts';

/** Everything a run knows after a step, detached from it. */
export interface Snapshot {
  readonly stepCount: number;
  readonly nowUs: number;
  readonly eventCount: number;
  readonly interventionCount: number;
  readonly limit: LimitReached;
  readonly callCount: number;
  readonly pending: EventList<Pending>;
  readonly lifecycles: LifecycleBook;
  readonly metrics: Metrics;
  readonly hash: TraceHash;
  readonly counters: Counters;
  readonly streams: RandomStreams;
  readonly lastArrivalUs: Float64Array;
  readonly lastStepUs: Float64Array;
  readonly states: readonly unknown[];
  /** Entries of lists and objects in the states: what copying them costs. */
  readonly entries: number;
  readonly cuts: WireCuts;
  readonly sleeperCount: number;
}
