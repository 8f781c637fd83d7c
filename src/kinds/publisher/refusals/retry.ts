import { backOffUs } from '#engine/kernel/backOffUs';
import { fact } from '#engine/model/facts';
import type { RefusalReaction } from './RefusalReaction';

/**
 * Tries again after a back-off, the caller staying taken. A budget, as in Finagle and gRPC, keeps retries in proportion
 * to first attempts, so that they cannot become most of the load.
 */
export const retry: RefusalReaction = {
  id: 'retry',
  react(state, call, context, plan) {
    const { refusalRetries } = plan.settings;
    const isLast = refusalRetries > 0 && call.attempt > refusalRetries;
    const isSpent = plan.budgetShare > 0 && state.budget < 1;
    if (isLast || isSpent) {
      state.givenUp += 1;
      context.record(
        fact.dropped,
        call.event,
        isSpent ? 'retry budget spent' : `gave up after ${call.attempt}`,
      );
      return false;
    }
    if (plan.budgetShare > 0) state.budget -= 1;
    state.retries += 1;
    const ofHowMany = refusalRetries > 0 ? ` of ${refusalRetries}` : '';
    context.record(fact.retry, call.event, `${call.attempt}${ofHowMany}`);
    call.waitUs = backOffUs(plan.backOff, call.attempt, call.waitUs, context);
    call.timer = context.schedule('timer', call.waitUs, 'retry', call.event);
    state.retrying.push(call);
    return true;
  },
};
