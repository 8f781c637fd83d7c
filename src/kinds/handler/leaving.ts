import { measure } from '#engine/model/measures';
import type { Context } from '#engine/model/NodeKind';
import { answer } from './answer';
import { left } from './guards/runGuards';
import type { HandlerPlan, HandlerState, Held, Work } from './HandlerState';
import { removeWork } from './phases';

/** The end of the work on a delivery or batch: its worker is free, and every caller learns how it went. */
export function leave(
  state: HandlerState,
  work: Work,
  context: Context,
  plan: HandlerPlan,
  outcome: 'done' | 'failed',
): void {
  endDeadline(work, context);
  context.observe(measure.service, context.now - work.begunUs);
  removeWork(state, work);
  if (work.items === null) endDelivery(state, work.held, context, plan, outcome);
  else for (const held of work.items) endDelivery(state, held, context, plan, outcome);
}

/** A caller learns how the work on his delivery went. */
export function endDelivery(
  state: HandlerState,
  held: Held,
  context: Context,
  plan: HandlerPlan,
  outcome: 'done' | 'failed',
): void {
  context.observe(measure.response, context.now - held.arrivedUs);
  answer(context, held, outcome);
  if (plan.policies !== null) left(state, held, outcome === 'done', context, plan);
}

/** The attempt is over before its time-out. */
export function endDeadline(work: Work, context: Context): void {
  if (work.deadline === 0) return;
  context.cancel(work.deadline);
  work.deadline = 0;
}

/** An attempt that nobody waited for any more has come to its end; what it did stays done. */
export function abandonedEnded(state: HandlerState, work: Work, context: Context): void {
  context.observe(measure.service, context.now - work.begunUs);
  removeWork(state, work);
}
