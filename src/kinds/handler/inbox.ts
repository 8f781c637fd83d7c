import { lengthOf, pushLast, takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { Context } from '#engine/model/NodeKind';
import { answer } from './answer';
import { left } from './guards/runGuards';
import type { Held, HandlerPlan, HandlerState } from './HandlerState';
import { sendBack } from './sendBack';

/** An asynchronous handler takes a delivery in, if it has room; if not, its settings decide. */
export function enterInbox(state: HandlerState, held: Held, context: Context, plan: HandlerPlan): void {
  if (hasRoom(state, plan)) {
    accept(state, held, context);
    return;
  }
  switch (plan.settings.inboxOverflow) {
    case 'block':
      pushLast(state.door, held);
      break;
    case 'reject':
      sendBack(state, held, context, 'refused');
      break;
    case 'dropNewest':
      answer(context, held, 'accepted');
      drop(state, held, context, plan);
      break;
    case 'dropOldest': {
      const oldest = takeFirst(state.inbox);
      if (oldest !== undefined) drop(state, oldest, context, plan);
      accept(state, held, context);
      break;
    }
  }
}

/** A worker that is free and not spoken for counts as room: what waits in the inbox has a claim on the rest. */
function hasRoom(state: HandlerState, plan: HandlerPlan): boolean {
  const idle = state.paused ? 0 : Math.max(0, plan.workers - state.taken) * plan.batchSize;
  return lengthOf(state.inbox) < plan.inboxCapacity + idle;
}

function accept(state: HandlerState, held: Held, context: Context): void {
  answer(context, held, 'accepted');
  held.accepted = true;
  pushLast(state.inbox, held);
}

/** Dropped for want of room: whoever waits for the end of it is not told, as with any lost message. */
function drop(state: HandlerState, held: Held, context: Context, plan: HandlerPlan): void {
  state.dropped += 1;
  context.record(fact.dropped, held.event, 'inbox full');
  if (plan.policies !== null) left(state, held, false, context, plan);
}

/** Takes in the first who waits outside. False when nobody does, or when there is no room, or no inbox. */
export function letIn(state: HandlerState, context: Context, plan: HandlerPlan): boolean {
  if (plan.settings.mode === 'sync' || lengthOf(state.door) === 0 || !hasRoom(state, plan)) return false;
  const held = takeFirst(state.door);
  if (held === undefined) return false;
  accept(state, held, context);
  return true;
}
