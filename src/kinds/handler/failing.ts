import { wiresFor } from '#engine/expression/WireFilters';
import { fact } from '#engine/model/facts';
import { emptyStack, type FlowEvent } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { performActions } from './actions';
import { backoffUs } from './backoff';
import { firstItem, itemsOf, nextItem } from './batch';
import { attemptEnded, refusalToRetry } from './guards/runGuards';
import { noCalls, type HandlerPlan, type HandlerState, type Work } from './HandlerState';
import { abandonedEnded, endDeadline, endDelivery, leave } from './leaving';
import { addWork, setPhase } from './phases';

/** An attempt failed: the next one after a back-off, or the end of it. `reason` is empty for an ordinary failure. */
export function failAttempt(
  state: HandlerState,
  work: Work,
  reason: string,
  context: Context,
  plan: HandlerPlan,
): void {
  if (work.isAbandoned) {
    abandonedEnded(state, work, context);
    return;
  }
  const { event } = work.held;
  work.calls = noCalls;
  endDeadline(work, context);
  if (plan.policies !== null) attemptEnded(state, work, false, context, plan);
  if (work.attempt > plan.settings.retries) {
    giveUp(state, work, reason, context, plan);
    return;
  }
  const refusal = plan.policies === null ? '' : refusalToRetry(state, context, plan);
  if (refusal !== '') {
    giveUp(state, work, refusal, context, plan);
    return;
  }
  work.backoffUs = backoffUs(work, context, plan);
  context.record(fact.retry, event, `${work.attempt} of ${plan.settings.retries}`);
  work.attempt += 1;
  work.timer = context.schedule('timer', work.backoffUs, 'back-off', event, work.id);
  setPhase(state, work, 'backingOff');
  work.sinceUs = context.now;
  work.untilUs = context.now + work.backoffUs;
}

/** No attempt is left: the actions of giving up, then the dead letters, or an answer that it failed. */
function giveUp(state: HandlerState, work: Work, reason: string, context: Context, plan: HandlerPlan): void {
  for (const { event } of itemsOf(work)) {
    state.lastFailure = { event, atUs: context.now, attempts: work.attempt };
    context.record(fact.failed, event, `after ${work.attempt}${reason === '' ? '' : `, ${reason}`}`);
  }
  work.hasGivenUp = true;
  work.callFailed = false;
  work.nextAction = 0;
  if (work.items !== null) firstItem(work);
  goOnGivingUp(state, work, context, plan);
}

/** Performs the actions of giving up; one that fails is left out. */
export function goOnGivingUp(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  work.callFailed = false;
  if (plan.failureActions.length > 0) {
    do {
      performActions(state, work, context, plan);
      if (work.calls.length === 0) continue;
      if (work.phase !== 'calling') work.sinceUs = context.now;
      setPhase(state, work, 'calling');
      work.untilUs = null;
      return;
    } while (nextItem(work));
  }
  endGivingUp(state, work, context, plan);
}

function endGivingUp(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  if (work.items === null) {
    state.failed += 1;
    const isDeadLettered = deadLetter(state, work.held.event, context, plan);
    leave(state, work, context, plan, isDeadLettered ? 'done' : 'failed');
    return;
  }
  state.failed += work.items.length;
  work.items = work.items.filter((held) => {
    const isDeadLettered = deadLetter(state, held.event, context, plan);
    if (isDeadLettered) endDelivery(state, held, context, plan, 'done');
    return !isDeadLettered;
  });
  leave(state, work, context, plan, 'failed');
}

function deadLetter(state: HandlerState, event: FlowEvent, context: Context, plan: HandlerPlan): boolean {
  const wires = wiresFor(plan.filters, plan.deadLetterWires, event, context);
  if (wires.length === 0) return false;
  for (const wire of wires) {
    context.publish(wire.index, event, 0, emptyStack, 'failed');
  }
  state.deadLettered += 1;
  context.record(fact['dead-lettered'], event, 'handler gave up');
  return true;
}

/**
 * An attempt took longer than it may. It counts as failed; what it has sent or written stays, and answers that come
 * now find nobody. By setting it goes on by itself to its end, with all it does, and holds its worker until then: the
 * delivery then goes on without one, and its next attempt has to wait for a worker.
 */
export function timeOut(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  work.deadline = 0;
  context.record(fact['timed-out'], work.held.event, `after ${plan.timeoutUs / 1000} ms`);
  if (plan.settings.timeoutKeepsWorker) {
    abandon(state, work);
  } else if (work.phase === 'working') context.cancel(work.timer);
  failAttempt(state, work, 'timed out', context, plan);
}

/** The attempt goes on by itself, with the worker. */
function abandon(state: HandlerState, work: Work): void {
  state.lastId += 1;
  addWork(state, { ...work, id: state.lastId, isAbandoned: true });
  if (work.hasWorker) state.taken -= 1;
  work.hasWorker = false;
}
