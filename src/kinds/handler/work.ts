import { fact } from '#engine/model/facts';
import { measure } from '#engine/model/measures';
import type { AckMessage } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { performActions, readAtStart } from './actions';
import { failAttempt } from './failing';
import { attemptEnded, permit } from './guards/runGuards';
import { noReads, type Held, type HandlerPlan, type HandlerState, type Work } from './HandlerState';
import { abandonedEnded, leave } from './leaving';

/** Takes a worker (or the caller's thread); the start itself is a step of its own. */
export function beginWork(state: HandlerState, held: Held, context: Context, plan: HandlerPlan): void {
  const work: Work = {
    held,
    phase: 'starting',
    begunUs: context.now,
    sinceUs: context.now,
    untilUs: null,
    timer: context.schedule('start', 0, 'start', held.event),
    attempt: 1,
    reads: noReads,
    calls: [],
    callFailed: false,
    nextAction: 0,
    hasWorker: !held.inline,
    isAbandoned: false,
    deadline: 0,
    backoffUs: 0,
    denied: '',
    period: 0,
  };
  state.working.push(work);
  context.observe(measure.wait, context.now - held.arrivedUs);
  if (plan.policies !== null) permit(state, work, context, plan);
}

/** The start of an attempt: reads what it needs, then serves. */
export function startWork(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  if (work.denied !== '') {
    failAttempt(state, work, work.denied, context, plan);
    return;
  }
  work.reads = noReads;
  work.callFailed = false;
  work.nextAction = 0;
  if (plan.readsAtStart) readAtStart(work, context, plan);
  if (work.calls.length > 0) enter(work, 'reading', context, null);
  else serve(state, work, context, plan);
  if (plan.timeoutUs > 0)
    work.deadline = context.schedule('timer', plan.timeoutUs, 'time-out', work.held.event);
}

function serve(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  const law = plan.serviceByType[work.held.event.type] ?? plan.settings.service;
  const durationUs = Math.round(context.sample(law) * state.slowFactor);
  work.timer = context.schedule('finish', durationUs, 'finish', work.held.event);
  enter(work, 'working', context, context.now + durationUs);
}

function enter(work: Work, phase: Work['phase'], context: Context, untilUs: number | null): void {
  work.phase = phase;
  work.sinceUs = context.now;
  work.untilUs = untilUs;
}

/** The service time is over: luck decides, then the actions that come at the finish. */
export function finishService(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  const { event } = work.held;
  const isPoison = plan.poison.size > 0 && plan.poison.has(event.subject);
  const fails = isPoison || context.chance(plan.settings.failureProbability);
  if (fails) failAttempt(state, work, '', context, plan);
  else goOn(state, work, context, plan);
}

/** Performs actions until one has to be waited for, or all are done. */
function goOn(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  if (work.callFailed) {
    failAttempt(state, work, '', context, plan);
    return;
  }
  performActions(work, context, plan);
  if (work.calls.length > 0) {
    if (work.phase !== 'calling') enter(work, 'calling', context, null);
  } else complete(state, work, context, plan);
}

/** One of the calls that a piece of work waits for was answered. */
export function callAnswered(
  state: HandlerState,
  work: Work,
  ack: AckMessage,
  context: Context,
  plan: HandlerPlan,
): void {
  const index = work.calls.findIndex((call) => call.id === ack.call);
  const [call] = work.calls.splice(index, 1);
  if (call === undefined) return;
  if (ack.outcome !== 'done' && ack.outcome !== 'accepted') work.callFailed = true;
  else if (call.readKey !== null) work.reads = { ...work.reads, [call.readKey]: ack.value };
  if (work.calls.length > 0) return;
  if (work.phase === 'calling') goOn(state, work, context, plan);
  else if (work.callFailed) failAttempt(state, work, '', context, plan);
  else serve(state, work, context, plan);
}

function complete(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  if (work.isAbandoned) {
    abandonedEnded(state, work, context);
    return;
  }
  if (plan.policies !== null) attemptEnded(state, work, true, context, plan);
  state.done += 1;
  context.record(fact.worked, work.held.event);
  leave(state, work, context, plan, 'done');
}
