import { itemsOf as lineItems } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { Context } from '#engine/model/NodeKind';
import { answer } from './answer';
import { itemsOf } from './batch';
import { crashCharts, resumeCharts } from './chart/chartTimers';
import { forgetAll } from './guards/runGuards';
import { emptyHands, type HandlerPlan, type HandlerState } from './HandlerState';
import { endDeadline } from './leaving';

/**
 * Everything the handler held is gone. Its connections close first, so that nobody sends again before it is
 * back; then each caller learns of his own. What a caller had been told was taken over is lost with the handler;
 * of the rest he keeps the books himself.
 */
export function crash(state: HandlerState, context: Context, plan: HandlerPlan): void {
  const working = state.working.filter((work) => !work.isAbandoned);
  const waiting = [...lineItems(state.inbox), ...lineItems(state.door), ...state.twins];
  const held = [...working.flatMap((work) => itemsOf(work)), ...waiting];
  for (const work of state.working) {
    context.cancel(work.timer);
    endDeadline(work, context);
  }
  for (const { timer } of state.later) context.cancel(timer);
  if (state.gate !== 0) context.cancel(state.gate);
  forgetAll(state, context, plan);
  crashCharts(state, context, plan);
  Object.assign(state, emptyHands());
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
export function revive(state: HandlerState, context: Context, plan: HandlerPlan): void {
  state.down = false;
  resumeCharts(state, context, plan);
  tellCallers(context, 'accepted');
}

function tellCallers(context: Context, outcome: 'accepted' | 'lost'): void {
  for (const wire of context.setup.inWires) context.answer(wire, 0, outcome, null, null);
}
