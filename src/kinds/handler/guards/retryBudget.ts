import type { Context } from '#engine/model/NodeKind';
import { defineGuard } from './Guard';

const slots = 10;
const slotUs = 1_000_000;

/** First attempts and retries of the last ten seconds, by the second; `second` is the newest one. */
interface Budget {
  second: number;
  requests: number[];
  retries: number[];
}

/**
 * A retry budget as in Finagle: during the last ten seconds (counted by whole seconds, the present one included)
 * retries may be at most the share `retryBudget` of first attempts, plus `retryBudgetPerSecond` a second. Beyond it a
 * failure is final.
 */
export const retryBudget = defineGuard<Budget>('retryBudget', (settings) => {
  if (settings.retryBudget === 0) return null;
  const reserve = settings.retryBudgetPerSecond * slots;
  const turnTo = (own: Budget, context: Context): number => {
    const second = Math.floor(context.now / slotUs);
    const from = Math.max(own.second + 1, second - slots + 1);
    for (let passed = from; passed <= second; passed += 1) {
      own.requests[passed % slots] = 0;
      own.retries[passed % slots] = 0;
    }
    own.second = second;
    return second % slots;
  };
  const fresh = (): Budget => ({
    second: 0,
    requests: Array.from({ length: slots }, () => 0),
    retries: Array.from({ length: slots }, () => 0),
  });
  return {
    initial: fresh,
    permit(own, work, context) {
      const slot = turnTo(own, context);
      if (work.attempt === 1) own.requests[slot] = (own.requests[slot] ?? 0) + 1;
      return '';
    },
    retry(own, context) {
      const slot = turnTo(own, context);
      if (sum(own.retries) + 1 > settings.retryBudget * sum(own.requests) + reserve)
        return 'retry budget spent';
      own.retries[slot] = (own.retries[slot] ?? 0) + 1;
      return '';
    },
    crash: (own) => void Object.assign(own, fresh()),
  };
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
