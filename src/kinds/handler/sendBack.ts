import type { Outcome } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { answer } from './answer';
import type { HandlerState, Held } from './HandlerState';

/** Answers a delivery that was not taken in. */
export function sendBack(state: HandlerState, held: Held, context: Context, outcome: Outcome): void {
  state.sentBack += 1;
  answer(context, held, outcome);
}
