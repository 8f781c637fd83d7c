import type { Context } from '#engine/model/NodeKind';
import type { HandlerPlan, Work } from './HandlerState';

/** No back-off is longer, in milliseconds. */
const longestMs = 1e10;

/**
 * How long to wait before the next attempt. Fixed, or doubled with every attempt, of which `jitter` draws a share at
 * random ("full jitter" at 1); or decorrelated: at random between the first back-off and three times the last one. The
 * three are those of the AWS Architecture Blog, "Exponential Backoff And Jitter"; `backoffCapMs` bounds each.
 */
export function backoffUs(work: Work, context: Context, plan: HandlerPlan): number {
  const { backoff, backoffMs, jitter } = plan.settings;
  const capMs = plan.settings.backoffCapMs === 0 ? longestMs : plan.settings.backoffCapMs;
  if (backoff === 'decorrelated') {
    const lastMs = Math.max(work.backoffUs / 1000, backoffMs);
    const max = Math.min(Math.max(lastMs * 3, backoffMs), longestMs);
    return Math.min(context.sample({ law: 'uniform', min: backoffMs, max }), Math.round(capMs * 1000));
  }
  const doublings = backoff === 'exponential' ? Math.min(work.attempt - 1, 30) : 0;
  const meanMs = Math.min(backoffMs * 2 ** doublings, capMs);
  const random = jitter > 0 ? context.sample({ law: 'uniform', min: 0, max: meanMs * jitter }) : 0;
  return Math.round(meanMs * (1 - jitter) * 1000) + random;
}
