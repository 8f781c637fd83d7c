import { fact } from '#engine/model/facts';
import type { Context } from '#engine/model/NodeKind';
import type { HandlerPlan, HandlerState, Held, Work } from './HandlerState';
import { endDelivery } from './leaving';

/*
 * A batch is one piece of work with several deliveries: one start, one service time, one time-out, one attempt for the
 * guards. Its actions are performed for one delivery after the other, in their order.
 */

/** The deliveries of a piece of work. */
export function itemsOf(work: Work): readonly Held[] {
  return work.items ?? [work.held];
}

/** Luck and poison at the end of the service time, for every delivery of a batch. */
export function drawFailures(work: Work, context: Context, plan: HandlerPlan): void {
  work.failing = (work.items ?? []).flatMap(({ event }, item) => {
    const isPoison = plan.poison.size > 0 && plan.poison.has(event.subject);
    return isPoison || context.chance(plan.settings.failureProbability) ? [item] : [];
  });
}

/** Goes to the first delivery whose actions are to be performed. False when there is none. */
export function firstItem(work: Work): boolean {
  work.item = -1;
  return nextItem(work);
}

/** Goes on to the next delivery of a batch whose actions are to be performed. False after the last. */
export function nextItem(work: Work): boolean {
  const { items } = work;
  if (items === null) return false;
  for (let item = work.item + 1; item < items.length; item += 1) {
    const held = items[item];
    if (held === undefined || (!work.hasGivenUp && work.failing.includes(item))) continue;
    work.item = item;
    work.held = held;
    work.nextAction = 0;
    return true;
  }
  return false;
}

/** The deliveries that went well are done with; the others are what is left of the batch. */
export function keepFailing(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  const items = work.items ?? [];
  const good = items.filter((_, item) => !work.failing.includes(item));
  const bad = items.filter((_, item) => work.failing.includes(item));
  work.items = bad;
  work.held = bad[0] ?? work.held;
  work.failing = [];
  for (const held of good) {
    workedOff(state, held, context);
    endDelivery(state, held, context, plan, 'done');
  }
}

/** Counts a delivery whose work is done. */
export function workedOff(state: HandlerState, held: Held, context: Context): void {
  state.done += 1;
  context.record(fact.worked, held.event);
}
