import type { Context } from '#engine/model/NodeKind';
import type { PublisherPlan } from '../PublisherState';

/** From when on the next time is counted: now, but not before the publisher starts. */
export function fromStart(plan: PublisherPlan, context: Context): number {
  const { now } = context;
  return now < plan.startUs ? plan.startUs : now;
}
