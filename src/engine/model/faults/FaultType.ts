import type { FaultVerb } from '../messages';

/**
 * One sort of fault that a document can schedule, or a person can bring about. What `acts` on nodes begins and ends with
 * a verb that each of them receives; what acts on wires leaves the nodes alone and touches what is sent over the wires.
 */
export type FaultType = FaultOnNodes | FaultOnWires;

interface FaultOnNodes {
  readonly id: string;
  readonly acts: 'nodes';
  readonly begin: FaultVerb;
  readonly end: FaultVerb;
  /** For kinds that do not know the verbs: what comes nearest to it. */
  readonly instead?: { readonly begin: FaultVerb; readonly end: FaultVerb };
}

interface FaultOnWires {
  readonly id: string;
  readonly acts: 'wires';
  readonly does: WireHarm;
  /** What its steps are called. */
  readonly begin: string;
  readonly end: string;
}

/** What a fault does to wires: it cuts them in both directions, or does something to the messages sent over them. */
export type WireHarm = 'cut' | 'lose' | 'double' | 'delay';
