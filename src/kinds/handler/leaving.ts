import { measure } from '#engine/model/measures';
import type { Context } from '#engine/model/NodeKind';
import { answer } from './answer';
import { left } from './guards/runGuards';
import type { HandlerPlan, HandlerState, Work } from './HandlerState';

/** The end of the work on a delivery: its worker is free, and its caller learns how it went. */
export function leave(
  state: HandlerState,
  work: Work,
  context: Context,
  plan: HandlerPlan,
  outcome: 'done' | 'failed',
): void {
  endDeadline(work, context);
  context.observe(measure.response, context.now - work.held.arrivedUs);
  context.observe(measure.service, context.now - work.begunUs);
  removeWork(state.working, work);
  answer(context, work.held, outcome);
  if (plan.policies !== null) left(state, work.held, outcome === 'done', context, plan);
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
  removeWork(state.working, work);
}

/** Keeps the order of the others, without the list of removed ones that `splice` makes. */
function removeWork(working: Work[], work: Work): void {
  const last = working.length - 1;
  for (let index = working.indexOf(work); index < last; index += 1) {
    const next = working[index + 1];
    if (next !== undefined) working[index] = next;
  }
  working.pop();
}
