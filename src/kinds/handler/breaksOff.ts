import type { Context } from '#engine/model/NodeKind';
import type { HandlerPlan } from './HandlerState';

/** A process that dies between two actions: what was done before stays. */
export function breaksOff(context: Context, plan: HandlerPlan): boolean {
  return plan.settings.breakProbability > 0 && context.chance(plan.settings.breakProbability);
}
