import type { Automaton } from '#engine/automata/Automaton';
import type { ProtocolSettings } from './protocolFields';

/**
 * How what a protocol follows stands: it could end here; it waits for something; it holds whatever comes; or it is
 * broken, for no legal end can be reached any more.
 */
export type Standing = 'accepting' | 'pending' | 'satisfied' | 'violated';

/** A protocol worked out. */
export interface ProtocolPlan {
  readonly id: string;
  readonly name: string;
  readonly mode: ProtocolSettings['mode'];
  readonly watch: ProtocolSettings['watch'];
  readonly isPerKey: boolean;
  /** Whether an event that is no letter breaks it; otherwise such events are ignored. */
  readonly isStrict: boolean;
  readonly maxInstances: number;
  /** Null when nothing can be followed, see `unsound`. */
  readonly automaton: Automaton | null;
  /** Why nothing is followed: nothing is said yet, or the automaton would be too large. Empty when all is well. */
  readonly unsound: '' | 'incomplete' | 'too-large';
  /** By event type: its letter, or −1. */
  readonly letters: readonly number[];
  /** By state. */
  readonly standings: readonly Standing[];
}
