import type { FactCode } from '#engine/model/facts';
import type { WireEnd } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import type { MendId } from '#engine/model/Traits';
import type { LintFlow } from './LintFlow';

/** One thing that experts warn of, in a file of its own. */
export interface LintRule {
  /** Stable identifier, also the key of the translated sentence. */
  readonly code: string;
  /** A `warning` is a mistake unless it is meant; a `hint` may well be meant. */
  readonly severity: 'warning' | 'hint';
  /** What is wrong and what to do, in English; `{name}` stands for one of the values. */
  readonly sentence: string;
  find(flow: LintFlow): readonly Found[];
}

/** One place where a rule finds something. */
export interface Found {
  /** Ids, the one to look at first. */
  readonly nodes?: readonly string[];
  readonly wires?: readonly string[];
  readonly values?: Readonly<Record<string, string | number>>;
  readonly remedies?: readonly Remedy[];
  /** What a run records, or comes to, where it can be seen to happen. */
  readonly evidence?: Evidence;
}

/** Where a run shows what a rule warns of. */
export type Evidence =
  /** The first step of a node that records the fact; of any node without one. */
  { readonly fact: FactCode; readonly node?: string } | { readonly status: 'stuck' };

/** What a remedy does, also the key of its translated sentence. */
export type RemedyId = MendId | 'addDeadLetters' | 'boundRun' | 'removeWire';

/** A change of the document that takes the reason away. */
export interface Remedy {
  readonly id: RemedyId;
  /** For the sentence of the remedy. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly changes: readonly Change[];
}

/** One edit of a document. */
export type Change =
  | { readonly do: 'set'; readonly part: 'nodes' | 'wires'; readonly id: string; readonly settings: Settings }
  | { readonly do: 'removeWire'; readonly id: string }
  | { readonly do: 'setLength'; readonly untilMs: number }
  /** A node of a kind, named and placed beside another one, and joined to a port of it. */
  | {
      readonly do: 'addNode';
      readonly kind: string;
      readonly settings: Settings;
      readonly name: string;
      readonly port: string;
      readonly from: WireEnd;
    };
