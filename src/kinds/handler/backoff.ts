import { backOffUs } from '#engine/kernel/backOffUs';
import type { Context } from '#engine/model/NodeKind';
import type { HandlerPlan, Work } from './HandlerState';

/** How long to wait before the next attempt. */
export function backoffUs({ attempt, backoffUs: lastUs }: Work, context: Context, plan: HandlerPlan): number {
  const { backoff, backoffMs, backoffCapMs, jitter } = plan.settings;
  const law = { growth: backoff, firstMs: backoffMs, longestMs: backoffCapMs, jitter };
  return backOffUs(law, attempt, lastUs, context);
}
