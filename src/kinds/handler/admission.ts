import { createFifo, itemsOf, lengthOf, pushLast, takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { DeliverMessage } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { Held, HandlerPlan, HandlerState } from './HandlerState';
import { answer, beginWork } from './work';

/** Takes a delivery in, lets it wait outside, or sends it back, as the settings say. */
export function admit(
  state: HandlerState,
  delivery: DeliverMessage,
  context: Context,
  plan: HandlerPlan,
): void {
  const held: Held = {
    event: delivery.event,
    call: delivery.call,
    wire: delivery.wire,
    stack: delivery.stack,
    inline: delivery.inline && plan.settings.mode === 'sync',
    arrivedUs: context.now,
    accepted: false,
  };
  if (state.down) answer(context, held, 'lost');
  else if (isCycle(held, context)) answer(context, held, 'failed');
  else if (held.inline && !state.paused) beginWork(state, held, context);
  else if (plan.settings.mode === 'sync') pushLast(state.door, held);
  else enterInbox(state, held, context, plan);
}

/** An inline call that comes back to a handler still on its own call stack could never return. */
function isCycle(held: Held, context: Context): boolean {
  if (!held.inline || !held.stack.includes(context.setup.index)) return false;
  context.record(fact['synchronous-cycle'], held.event, witnessOf(held, context));
  return true;
}

/** The nodes on the call stack, outermost first, by id. */
function witnessOf(held: Held, context: Context): string {
  const { index, nodeIds } = context.setup;
  return [...held.stack, index].map((node) => nodeIds[node] ?? '').join(' → ');
}

function enterInbox(state: HandlerState, held: Held, context: Context, plan: HandlerPlan): void {
  if (hasRoom(state, plan)) {
    accept(state, held, context);
    return;
  }
  switch (plan.settings.inboxOverflow) {
    case 'block':
      pushLast(state.door, held);
      break;
    case 'reject':
      answer(context, held, 'refused');
      break;
    case 'dropNewest':
      answer(context, held, 'accepted');
      drop(state, held, context);
      break;
    case 'dropOldest': {
      const oldest = takeFirst(state.inbox);
      if (oldest !== undefined) drop(state, oldest, context);
      accept(state, held, context);
      break;
    }
  }
}

/** A worker that is free and not spoken for counts as room: what waits in the inbox has a claim on the rest. */
function hasRoom(state: HandlerState, plan: HandlerPlan): boolean {
  const idle = state.paused ? 0 : Math.max(0, plan.workers - workersTaken(state));
  return lengthOf(state.inbox) < plan.inboxCapacity + idle;
}

function accept(state: HandlerState, held: Held, context: Context): void {
  answer(context, held, 'accepted');
  held.accepted = true;
  pushLast(state.inbox, held);
}

/** Dropped for want of room: whoever waits for the end of it is not told, as with any lost message. */
function drop(state: HandlerState, held: Held, context: Context): void {
  state.dropped += 1;
  context.record(fact.dropped, held.event, 'inbox full');
}

/** Workers in use; what runs on its caller's thread takes none. */
export function workersTaken(state: HandlerState): number {
  let taken = 0;
  for (const work of state.working) if (!work.held.inline) taken += 1;
  return taken;
}

/** Gives free workers the next deliveries, and the room they leave to those who wait outside. */
export function takeNext(state: HandlerState, context: Context, plan: HandlerPlan): void {
  if (state.paused || state.down) return;
  const line = plan.settings.mode === 'sync' ? state.door : state.inbox;
  let taken = workersTaken(state);
  while (taken < plan.workers) {
    const held = takeFirst(line);
    if (held === undefined) break;
    beginWork(state, held, context);
    taken += 1;
  }
  if (plan.settings.mode === 'async') letIn(state, context, plan);
}

function letIn(state: HandlerState, context: Context, plan: HandlerPlan): void {
  while (lengthOf(state.door) > 0 && hasRoom(state, plan)) {
    const held = takeFirst(state.door);
    if (held === undefined) return;
    accept(state, held, context);
    if (workersTaken(state) < plan.workers) {
      const next = takeFirst(state.inbox);
      if (next !== undefined) beginWork(state, next, context);
    }
  }
}

/**
 * Everything the handler held is gone. Its connections close first, so that nobody sends again before it is
 * back; then each caller learns of his own. What a caller had been told was taken over is lost with the handler;
 * of the rest he keeps the books himself.
 */
export function crash(state: HandlerState, context: Context): void {
  const held = [...state.working.map((work) => work.held), ...itemsOf(state.inbox), ...itemsOf(state.door)];
  for (const work of state.working) context.cancel(work.timer);
  state.working = [];
  state.inbox = createFifo();
  state.door = createFifo();
  state.paused = false;
  state.down = true;
  tellCallers(context, 'lost');
  for (const one of held) {
    state.lost += 1;
    context.record(one.accepted ? fact.lost : fact.interrupted, one.event, 'handler crashed');
    answer(context, one, 'lost');
  }
}

/** The handler is back, empty. */
export function revive(state: HandlerState, context: Context): void {
  state.down = false;
  tellCallers(context, 'accepted');
}

function tellCallers(context: Context, outcome: 'accepted' | 'lost'): void {
  for (const wire of context.setup.inWires) context.answer(wire, 0, outcome, null, null);
}
