import { fact } from '#engine/model/facts';
import { measure } from '#engine/model/measures';
import { emptyStack, type AckMessage, type FlowEvent, type Outcome } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { performActions, readAtStart } from './actions';
import { noReads, type Held, type HandlerPlan, type HandlerState, type Work } from './HandlerState';

/** Answers the call that brought a delivery. */
export function answer(context: Context, held: Held, outcome: Outcome): void {
  context.answer(held.wire, held.call, outcome, held.event, null);
}

/** Keeps the order of the others, without the list of removed ones that `splice` makes. */
function removeWork(working: Work[], work: Work): void {
  const last = working.length - 1;
  for (let index = working.indexOf(work); index < last; index += 1) {
    const next = working[index + 1];
    if (next !== undefined) working[index] = next;
  }
  working.pop();
}

/** Takes a worker (or the caller's thread); the start itself is a step of its own. */
export function beginWork(state: HandlerState, held: Held, context: Context): void {
  state.working.push({
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
  });
  context.observe(measure.wait, context.now - held.arrivedUs);
}

/** The start of an attempt: reads what it needs, then serves. */
export function startWork(work: Work, context: Context, plan: HandlerPlan): void {
  work.reads = noReads;
  work.callFailed = false;
  work.nextAction = 0;
  if (plan.readsAtStart) readAtStart(work, context, plan);
  if (work.calls.length > 0) enter(work, 'reading', context, null);
  else serve(work, context, plan);
}

function serve(work: Work, context: Context, plan: HandlerPlan): void {
  const law = plan.serviceByType[work.held.event.type] ?? plan.settings.service;
  const durationUs = context.sample(law);
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
  if (fails) failAttempt(state, work, context, plan);
  else goOn(state, work, context, plan);
}

/** Performs actions until one has to be waited for, or all are done. */
function goOn(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  if (work.callFailed) {
    failAttempt(state, work, context, plan);
    return;
  }
  performActions(work, context, plan);
  if (work.calls.length > 0) {
    if (work.phase !== 'calling') enter(work, 'calling', context, null);
  } else complete(state, work, context);
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
  else if (work.callFailed) failAttempt(state, work, context, plan);
  else serve(work, context, plan);
}

function complete(state: HandlerState, work: Work, context: Context): void {
  state.done += 1;
  context.record(fact.worked, work.held.event);
  leave(state, work, context, 'done');
}

function failAttempt(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  const { event } = work.held;
  work.calls = [];
  if (work.attempt <= plan.settings.retries) {
    const delayUs = backoffUs(work.attempt, context, plan);
    context.record(fact.retry, event, `${work.attempt} of ${plan.settings.retries}`);
    work.attempt += 1;
    work.timer = context.schedule('timer', delayUs, 'back-off', event);
    enter(work, 'backingOff', context, context.now + delayUs);
    return;
  }
  state.failed += 1;
  state.lastFailure = { event, atUs: context.now, attempts: work.attempt };
  context.record(fact.failed, event, `after ${work.attempt}`);
  const isDeadLettered = deadLetter(state, event, context, plan);
  leave(state, work, context, isDeadLettered ? 'done' : 'failed');
}

/** Fixed, or doubled with every attempt; `jitter` draws that share of it at random (AWS, "full jitter" at 1). */
function backoffUs(attempt: number, context: Context, plan: HandlerPlan): number {
  const { backoff, backoffMs, jitter } = plan.settings;
  const doublings = backoff === 'exponential' ? Math.min(attempt - 1, 30) : 0;
  const meanMs = Math.min(backoffMs * 2 ** doublings, 1e10);
  const random = jitter > 0 ? context.sample({ law: 'uniform', min: 0, max: meanMs * jitter }) : 0;
  return Math.round(meanMs * (1 - jitter) * 1000) + random;
}

function deadLetter(state: HandlerState, event: FlowEvent, context: Context, plan: HandlerPlan): boolean {
  if (plan.deadLetterWires.length === 0) return false;
  for (const wire of plan.deadLetterWires) {
    context.publish(wire.index, event, 0, emptyStack, 'failed');
  }
  state.deadLettered += 1;
  context.record(fact['dead-lettered'], event, 'handler gave up');
  return true;
}

function leave(state: HandlerState, work: Work, context: Context, outcome: 'done' | 'failed'): void {
  context.observe(measure.response, context.now - work.held.arrivedUs);
  context.observe(measure.service, context.now - work.begunUs);
  removeWork(state.working, work);
  answer(context, work.held, outcome);
}
