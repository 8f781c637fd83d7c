import type { Token } from '#engine/model/NodeKind';
import type { Standing } from '#engine/model/protocols/ProtocolPlan';
import type { Broken } from '#engine/model/protocols/ProtocolReport';

/** One queue of a bus: what one group of subscribers still has to get. */
export interface QueueView {
  /** The name of the group, the id of its only wire, or empty for the one queue of a dispatch loop. */
  readonly group: string;
  /** Wire indices of the members. */
  readonly wires: readonly number[];
  /** Waiting, next out first, at most 12. */
  readonly waiting: readonly Token[];
  readonly waitingCount: number;
  /** How many of those may not go before their time; they stand last. */
  readonly delayedCount: number;
  /** What waits in each partition, at most 12; empty when the queue is not split. */
  readonly partitions: readonly PartitionView[];
  readonly partitionCount: number;
  /** Handed to a consumer, answer still open, at most 12. */
  readonly unacked: readonly Token[];
  readonly unackedCount: number;
  /** Waiting for their next attempt. */
  readonly retryingCount: number;
  readonly accepted: number;
  readonly delivered: number;
  readonly expired: number;
  readonly lost: number;
  readonly dropped: number;
  readonly deadLettered: number;
}

/** One partition of a queue. */
export interface PartitionView {
  readonly index: number;
  /** Wire index of the member that owns it, or −1 when nobody is there. */
  readonly owner: number;
  /** Waiting, next out first, at most 12. */
  readonly waiting: readonly Token[];
  readonly waitingCount: number;
  /** Handed to its owner, answer still open. */
  readonly unacked: readonly Token[];
}

/** A call that goes on through the bus while its caller is held. */
export interface OpenCallView {
  readonly token: Token;
  readonly sinceUs: number;
  /** Wire index of the subscriber being called now, or -1. */
  readonly wire: number;
}

/** What a face shows of one protocol. */
export interface MonitorView {
  readonly id: string;
  /** How many keys stand how. */
  readonly standings: Readonly<Record<Standing, number>>;
  /** Whether keys are left out, or nothing is followed at all. */
  readonly isUnknown: boolean;
  readonly first: Broken | null;
  /** The step at which a key broke it last; 0 when none did. */
  readonly lastStep: number;
  /** How many events it rejected, or sent to the dead letters. */
  readonly keptOut: number;
  /** States of its automaton, and how many keys are in each that are not broken; the 12 with most. */
  readonly tokens: readonly (readonly [state: number, keys: number])[];
}

/** What the face of a bus shows. */
export interface BusView {
  readonly queues: readonly QueueView[];
  /** Callers that have to wait outside, first come first; at most 12. */
  readonly door: readonly Token[];
  readonly doorCount: number;
  readonly doorSinceUs: number | null;
  readonly openCalls: readonly OpenCallView[];
  readonly openCallCount: number;
  /** By protocol, in the order of the document. */
  readonly monitors: readonly MonitorView[];
  /** What waits until it is legal, by key in the order in which each came first; at most 12. */
  readonly parked: readonly Token[];
  readonly parkedCount: number;
  /** Kept because nobody subscribes: the content of a dead-letter box; newest last, at most 12. */
  readonly kept: readonly Token[];
  readonly keptCount: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unrouted: number;
}
