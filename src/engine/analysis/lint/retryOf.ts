import type { RetryTraits } from '#engine/model/Traits';
import { canFail } from './canFail';
import type { LintNode } from './LintFlow';

/** How a node tries again what can fail, or null when it never does. */
export function retryOf({ traits, outs }: LintNode): RetryTraits | null {
  const { source, queue, work } = traits;
  if (source !== undefined) return source.retry;
  if (work !== undefined) return work.retry.attempts > 0 && canFail(work) ? work.retry : null;
  const isFailing = outs.some(({ to }) => to.traits.work !== undefined && canFail(to.traits.work));
  if (queue === undefined || queue.attempts < 2 || !isFailing) return null;
  return { attempts: queue.attempts - 1, pauseMs: queue.pauseMs, jitter: 1, hasBudget: false };
}
