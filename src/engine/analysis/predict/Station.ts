import type { LintNode } from '#engine/analysis/lint/LintFlow';
import type { LineMechanics } from '#engine/model/Mechanics';
import type { Assumption } from './assumptionTexts';
import type { TimeMoments } from './Moments';

/** One waiting line and its servers: somewhere in a flow that events may have to wait for somebody. */
export interface Station {
  /** The id of the node whose servers these are; of the first, where several share one line. */
  readonly id: string;
  /** Whose servers: workers, the threads of a line, or the callers of a source. */
  readonly whose: 'workers' | 'line' | 'source';
  readonly nodes: readonly LintNode[];
  readonly servers: number;
  /** How many it takes a millisecond at most, whatever its servers could do, and whether it turns away the others. */
  readonly mostPerMs: number;
  readonly turnsAway: boolean;
  /** Where its customers wait, in the order in which they come there. */
  readonly waitsAt: readonly LintNode[];
  /** Whether the wait before the servers is one figure of one node: else only the sum is known. */
  readonly isOnePlace: boolean;
  /** How many may wait, and who goes when they are as many. */
  readonly places: number;
  readonly whenFull: LineMechanics['whenFull'];
  readonly priorityOf: LineMechanics['priorityOf'];
  /** Shares of the events that go into each partition, each served by one at a time; null without partitions. */
  readonly partitions: readonly number[] | null;
  readonly customers: readonly Customer[];
  /** The ids of the event types of the flow, which customers name by number. */
  readonly typeIds: readonly string[];
  /** How often a copy is delivered on average, its failures counted. */
  readonly deliveries: number;
  /** What the model takes for granted. */
  readonly notes: readonly Assumption[];
  /** Reasons why nothing can be said of times. */
  readonly refusals: readonly Assumption[];
}

/** Events of one type that come to one node of a station. */
export interface Customer {
  readonly node: LintNode;
  readonly type: number;
  /** How long one of them holds a server; null where nobody can say. */
  readonly holding: TimeMoments | null;
  /** How long its own node is at work on it: without the way there. */
  readonly working: TimeMoments | null;
}
