import type { FaultVerb } from '../messages';

/**
 * One sort of fault that a document can schedule. What `acts` on nodes begins and ends with a verb that each of
 * them receives; what acts on wires leaves the nodes alone and touches what is sent over the wires.
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
  /** What its steps are called. */
  readonly begin: string;
  readonly end: string;
}
