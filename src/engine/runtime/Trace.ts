import type { FactCode } from '#engine/model/facts';
import type { Token } from '#engine/model/NodeKind';
import type { MessageKind } from '#engine/model/messages';

/** A message under way on a wire: what a token on the canvas is drawn from. */
export interface Flight {
  /** Sequence number of the message: unique in the run. */
  readonly id: number;
  /** Index into `FlowDoc.wires`. */
  readonly wire: number;
  /** `ack` flights run backwards along their wire. */
  readonly kind: 'publish' | 'deliver' | 'access' | 'ack';
  readonly token: Token | null;
  readonly departUs: number;
  readonly arriveUs: number;
  /** Whether it belongs to a synchronous call; an answer that does not, and is not bad, need not be drawn. */
  readonly isCall: boolean;
  readonly isDeadLetter: boolean;
  /** For an `ack`: whether the answer is bad news (refused or failed). */
  readonly isBad: boolean;
}

export interface Transition {
  readonly letter: string;
  readonly from: string;
  readonly to: string;
}

/** What many observed durations come to, in microseconds. Quantiles are exact to 3.2 %, and never above the longest. */
export interface TimeFigures {
  readonly count: number;
  readonly meanUs: number;
  readonly p50Us: number;
  readonly p95Us: number;
  readonly p99Us: number;
  readonly longestUs: number;
}

/** A count that was averaged over virtual time. */
export interface LevelFigures {
  readonly now: number;
  readonly mean: number;
  readonly highest: number;
}

/** Messages that set out on a wire in its direction, that arrived, and that were lost on it. */
export interface WireCounts {
  readonly sent: number;
  readonly arrived: number;
  readonly lost: number;
}

/** What a node shows at one moment. `view` is the kind's own view type. */
export interface NodeFrame {
  readonly lifecycle: string;
  /** When the present lifecycle state was entered. */
  readonly sinceUs: number;
  readonly last: (Transition & { readonly atUs: number }) | null;
  readonly view: unknown;
  /** Times observed so far: from arrival to the end of the work, and from arrival to its beginning. */
  readonly times: { readonly response: TimeFigures | null; readonly wait: TimeFigures | null };
  /** 95th percentile of the response times observed so far (of the waits, where nothing responds), or null. */
  readonly p95Us: number | null;
  /** Completions per second over the ten seconds before the node's last step. */
  readonly ratePerSecond: number;
}

/** The whole picture after a step. Step 0 is the flow at rest, before anything happened. */
export interface Frame {
  readonly step: number;
  readonly timeUs: number;
  /** By node index. */
  readonly nodes: readonly NodeFrame[];
  readonly flights: readonly Flight[];
  /** How often each fact was recorded so far. */
  readonly facts: FactCounts;
  /** Indices of the wires whose filter has failed so far. */
  readonly failing: readonly number[];
}

/** How often each fact was recorded. */
export type FactCounts = Readonly<Partial<Record<FactCode, number>>>;

export interface Fact {
  readonly code: FactCode;
  readonly token: Token | null;
  readonly detail: string;
  /** Index of the wire whose filter failed; absent for all other facts. */
  readonly wire?: number;
}

/** One step: one message received by one node. */
export interface TraceEntry {
  readonly step: number;
  readonly timeUs: number;
  readonly node: number;
  readonly kind: MessageKind;
  /** Timer name, fault verb, ack outcome or access operation; empty otherwise. */
  readonly name: string;
  readonly token: Token | null;
  /** Index of the wire the message came over, or -1. */
  readonly wire: number;
  /** The step that sent the message; 0 for what was there at the start. */
  readonly cause: number;
  /** The flight that ended with this step, or 0. */
  readonly flight: number;
  /** Id of the intervention that made or chose this step, or empty. */
  readonly intervention: string;
  /** Id of the fault of the document that made this step, or empty. */
  readonly fault: string;
  readonly transitions: readonly Transition[];
  readonly facts: readonly Fact[];
  readonly sent: readonly Flight[];
}

/** An entry with the receiving node's new picture, so that a window can be played without the engine. */
export interface PlayableEntry extends TraceEntry {
  readonly after: NodeFrame;
}

/** Steps `start.step + 1` to `start.step + entries.length`. */
export interface TraceWindow {
  readonly start: Frame;
  readonly entries: readonly PlayableEntry[];
}

/** A place in a run: after a number of steps, or the last step that is not later than a virtual time. */
export type Place = { readonly step: number } | { readonly timeUs: number };

/** A protocol, or the statechart of a node, that does not let the run end for some keys. */
export interface UnmetRule {
  /** Of the protocol, or of the node with the statechart. */
  readonly name: string;
  /** Those that wait for something, or are before their end. */
  readonly waiting: NamedKeys;
  /** Those that are violated, or broke off. */
  readonly violated: NamedKeys;
}

export interface NamedKeys {
  readonly count: number;
  /** The most urgent of them, at most 3; empty texts where all events are followed together. */
  readonly keys: readonly string[];
}

/** How a run stands. `stuck` ended without a legal end: `waiting` names who waits for whom. */
export interface RunSummary {
  readonly steps: number;
  readonly timeUs: number;
  readonly status: 'running' | 'horizon' | 'ended' | 'stuck' | 'limit' | 'cancelled';
  /** Node indices of a wait-for cycle or of the nodes left unsettled, when stuck. */
  readonly waiting: readonly number[];
  /** When stuck: whether something waits for what does not come; false where only rules on the end are not met. */
  readonly isBlocked: boolean;
  /** The rules that do not allow the run to end here, when stuck. */
  readonly unmet: readonly UnmetRule[];
  readonly eventsPublished: number;
  /** How often each fact was recorded. */
  readonly facts: FactCounts;
  /** 16 hexadecimal digits. */
  readonly hash: string;
  /** When a limit stopped the run: which one. */
  readonly limit: '' | 'steps' | 'pending' | 'call-depth' | 'instant';
}

/** A step that could go next; `key` is stable over equal runs and short enough for a link. */
export interface PendingStep {
  readonly key: string;
  readonly dueUs: number;
  readonly node: number;
  readonly kind: MessageKind;
  readonly name: string;
  readonly token: Token | null;
  readonly wire: number;
  /** False while another message on the same wire must go first. */
  readonly mayGoNext: boolean;
}

/** What the automaton tab shows of one node at one step. */
export interface AutomatonReport {
  readonly lifecycle: string;
  readonly last: (Transition & { readonly atUs: number; readonly step: number }) | null;
  /** Time spent in each state so far, in microseconds; sums exactly to the elapsed time. */
  readonly residenceUs: Readonly<Record<string, number>>;
  /** How often each transition was taken, keyed `from\u0000letter`. */
  readonly taken: Readonly<Record<string, number>>;
}
