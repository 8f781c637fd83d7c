/**
 * What a run stops at, by the ids of the document. A rule that names something the flow has not stops nowhere. An event
 * arrives when a publish, delivery or access reaches its node; what is lost on its way does not.
 */
export type StopRule =
  /** An event arrives at the node, or sets out from it. */
  | { readonly on: 'node'; readonly node: string }
  /** An event arrives over the wire. */
  | { readonly on: 'wire'; readonly wire: string }
  /** An event of the type arrives somewhere. */
  | { readonly on: 'type'; readonly type: string }
  /** An event with the key arrives somewhere. */
  | { readonly on: 'key'; readonly key: string }
  /** An event arrives, and then the condition is true: of the event, of its node and of all others. */
  | { readonly on: 'condition'; readonly text: string }
  /** The node comes into a state of its lifecycle from another one. */
  | { readonly on: 'state'; readonly node: string; readonly state: string }
  /** The protocol is violated, for any of its keys; empty for whichever. */
  | { readonly on: 'protocol'; readonly protocol: string }
  /** More than so many come to wait at the node, who were not more before. */
  | { readonly on: 'queue'; readonly node: string; readonly over: number }
  /** Anything arrives anywhere, or befalls a node. */
  | { readonly on: 'arrival' };

/** A rule with how often it must have been met from the beginning of the run on; 1 stops every time. */
export interface Stop {
  readonly id: string;
  readonly rule: StopRule;
  readonly nth: number;
}

/** That a rule was met by a step. */
export interface StopHit {
  readonly stop: string;
  /** The how many-th time; counted only where some rule asks for more than one. */
  readonly count: number;
  /** Index of the node that made the step. */
  readonly node: number;
  /** Number and type of the event that it is about; 0 and −1 for none. */
  readonly event: number;
  readonly type: number;
  readonly key: string;
  /** How many wait at the node after it. */
  readonly waiting: number;
  /** Ids of the protocols of that node that the step violated, whatever the rule asks; nearly always none. */
  readonly protocols: readonly string[];
}

/** A condition that has no value at some steps: it does not stop there, and is told. */
export interface StopFailure {
  readonly stop: string;
  /** How often, as far as was looked, and where first. */
  readonly count: number;
  readonly step: number;
  /** In English, with the column. */
  readonly error: string;
}

/** Where the run stops next, as far as was looked. */
export interface StopFound {
  /** The step that meets a rule, or null while none is known. */
  readonly step: number | null;
  readonly timeUs: number;
  /** Every rule that it meets. */
  readonly hits: readonly StopHit[];
  readonly failures: readonly StopFailure[];
  /** Steps between here and where the question began were looked through. */
  readonly knownStep: number;
  /** Whether nothing more will be found: there is an answer, or no such step in the whole run. */
  readonly isComplete: boolean;
}

/** Whether what comes after a place is looked for, or what came before it. */
export type StopDirection = 'next' | 'previous';
