import type { Outcome } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { Held } from './HandlerState';

/** Answers the call that brought a delivery. */
export function answer(context: Context, held: Held, outcome: Outcome): void {
  context.answer(held.wire, held.call, outcome, held.event, null);
}
