import type { FactNumber } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Pending } from './Pending';

/**
 * Hears of every step while it is made, at a hundredth of what telling it in full costs; for those who look at one thing
 * all along a run. It must change nothing.
 */
export interface StepListener {
  /** A step begins: a node is about to receive this. */
  begin(pending: Pending): void;
  /** Something is sent, to the node itself too, and is due at a virtual time. */
  send(pending: Pending, dueUs: number): void;
  /** A fact is recorded at a node; −1 for none. */
  record(code: FactNumber, event: FlowEvent | null, node: number, detail: string): void;
  /** The node that makes the step takes a transition of its lifecycle. */
  enter?(from: string, to: string): void;
}
