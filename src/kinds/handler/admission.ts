import { pushLast, takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { DeliverMessage } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { arrive, opensUs, screen } from './guards/runGuards';
import type { Held, HandlerPlan, HandlerState } from './HandlerState';
import { enterInbox, letIn } from './inbox';
import { sendBack } from './sendBack';
import { takeGuarded } from './takeGuarded';
import { beginWork } from './work';

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
    delivery: delivery.attempt,
    accepted: false,
    id: '',
  };
  if (state.down) sendBack(state, held, context, 'lost');
  else if (isCycle(held, context)) sendBack(state, held, context, 'failed');
  else if (plan.policies !== null) admitGuarded(state, held, context, plan);
  else if (held.inline && !state.paused) beginWork(state, held, context, plan);
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

/** What runs on its caller's thread needs no worker, but leave of the guards to begin. */
function admitGuarded(state: HandlerState, held: Held, context: Context, plan: HandlerPlan): void {
  const outcome = arrive(state, held, context, plan);
  if (outcome !== null) sendBack(state, held, context, outcome);
  else if (held.inline && !state.paused) beginInline(state, held, context, plan);
  else if (plan.settings.mode === 'sync') pushLast(state.door, held);
  else enterInbox(state, held, context, plan);
}

function beginInline(state: HandlerState, held: Held, context: Context, plan: HandlerPlan): void {
  if (screen(state, held, context, plan) !== 'work') return;
  if (opensUs(state, context, plan) > context.now) pushLast(state.door, held);
  else beginWork(state, held, context, plan);
}

/** Gives free workers the next deliveries, and the room they leave to those who wait outside. */
export function takeNext(state: HandlerState, context: Context, plan: HandlerPlan): void {
  if (state.paused || state.down) return;
  if (plan.policies !== null) {
    takeGuarded(state, context, plan);
    return;
  }
  const line = plan.settings.mode === 'async' ? state.inbox : state.door;
  let taken = state.taken;
  do {
    while (taken < plan.workers) {
      const held = takeFirst(line);
      if (held === undefined) break;
      beginWork(state, held, context, plan);
      taken += 1;
    }
  } while (letIn(state, context, plan));
}
