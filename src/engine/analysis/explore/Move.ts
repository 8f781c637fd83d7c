import type { FaultVerb } from '#engine/model/messages';
import type { Outcome } from './LocalSteps';

/** One thing that can happen next, with the outcome of chance: one object for each, however often it is met. */
export interface Move {
  /** A number for it, from 0. */
  readonly id: number;
  readonly sort: 'receive' | 'timer' | 'lose' | 'duplicate' | 'befall';
  /** Index of the node that makes the step, and its place among those that run. */
  readonly node: number;
  readonly place: number;
  /** The lane of the message, or the place of the timer; −1 for what befalls. */
  readonly from: number;
  readonly verb: FaultVerb | null;
  readonly outcome: Outcome;
  /** The lanes that it changes, in their order. */
  readonly lanes: readonly number[];
  /** Which names of its message the node does not know. */
  readonly fresh: readonly number[];
}

/** Whether a move takes the first message of its lane away. */
export function takesMessage({ sort }: Move): boolean {
  return sort === 'receive' || sort === 'lose';
}
