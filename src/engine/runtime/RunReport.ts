import type { ProtocolReport } from '#engine/model/protocols/ProtocolReport';
import type { FactCounts, LevelFigures, RunSummary, TimeFigures } from './Trace';

/** How a run ended, or why it was ended. `events`: the number of events that was asked for has been made. */
export type RunStatus = RunSummary['status'] | 'events';

/**
 * What a run came to, as plain JSON. Units stand last in the names; times are virtual. What a node does not have
 * (a bus has no servers, a flow may have no end) is null.
 */
export interface RunReport {
  readonly name: string;
  readonly seed: number;
  /** The length of the run in its document; null when it has none. */
  readonly untilUs: number | null;
  /** The time that all rates and averages are over. */
  readonly timeUs: number;
  readonly steps: number;
  readonly eventsPublished: number;
  readonly status: RunStatus;
  /** The limit that stopped the run; empty when none did. */
  readonly limit: RunSummary['limit'];
  /** Ids of the nodes that wait for each other, or that are left unsettled, when the run ended stuck. */
  readonly waiting: readonly string[];
  /** When stuck: whether something waits for what does not come; false where only rules on the end are not met. */
  readonly isBlocked: boolean;
  /** The rules that do not allow the run to end here, when stuck. */
  readonly unmet: RunSummary['unmet'];
  /** 16 hexadecimal digits. */
  readonly hash: string;
  /** How often each fact was recorded: every fate of every event. */
  readonly ledger: FactCounts;
  /** The nodes that run, in the order of the document. */
  readonly nodes: readonly NodeReport[];
  readonly wires: readonly WireReport[];
  readonly eventTypes: readonly EventTypeReport[];
  /** How the protocols of the buses stand, in the order of the buses. */
  readonly protocols: readonly BusProtocolReport[];
}

/** How one protocol stands, and where. */
export interface BusProtocolReport extends ProtocolReport {
  /** The id of the bus that it is attached to. */
  readonly bus: string;
}

export interface NodeReport {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** The state of its lifecycle at the end. */
  readonly state: string;
  /** Pieces of work finished, or handed on where no work is done. */
  readonly throughputPerSecond: number;
  /** Parallel servers; null where nothing is served, or without a bound. */
  readonly servers: number | null;
  /** The share of the servers that were at work, on average over time. */
  readonly utilisation: number | null;
  /** How many waited for their turn, over time; in a queue with a capacity never more, but for what came back to it. */
  readonly queue: LevelFigures;
  /** How many servers were at work, over time. */
  readonly busy: LevelFigures;
  /** How many waited outside, for the queue was full. */
  readonly door: LevelFigures;
  /** From arrival to the beginning of the work. */
  readonly wait: TimeFigures | null;
  /** From the beginning of the work to its end. */
  readonly service: TimeFigures | null;
  /** From arrival to the end of the work. */
  readonly response: TimeFigures | null;
  /** Time spent in each state of the lifecycle; the sum is the time of the run. */
  readonly residenceUs: Readonly<Record<string, number>>;
  /** The facts that this node recorded. */
  readonly ledger: FactCounts;
}

export interface WireReport {
  readonly id: string;
  /** Ids of the nodes it joins. */
  readonly from: string;
  readonly to: string;
  /** Messages that set out in the direction of the wire; answers are not counted. */
  readonly sent: number;
  readonly arrived: number;
  /** On the wire, by its own loss or by a person's hand; what is neither lost nor arrived is under way. */
  readonly lost: number;
  readonly throughputPerSecond: number;
}

export interface EventTypeReport {
  readonly id: string;
  readonly name: string;
  /** Pieces of work finished on events of this type. */
  readonly throughputPerSecond: number;
  /** From the birth of an event to the end of a piece of work on it. */
  readonly lifetime: TimeFigures | null;
  /** The facts about events of this type. */
  readonly ledger: FactCounts;
}
