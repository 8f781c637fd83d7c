import { fact } from '#engine/model/facts';
import { measure } from '#engine/model/measures';
import type { AckMessage } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { performActions, readAtStart } from './actions';
import { noOutboxes } from './chart/ChartRoom';
import { drawFailures, firstItem, itemsOf, keepFailing, nextItem, workedOff } from './batch';
import { failAttempt, goOnGivingUp } from './failing';
import { attemptEnded, permit } from './guards/runGuards';
import {
  noCalls,
  noReads,
  type Held,
  type HandlerPlan,
  type HandlerState,
  type Phase,
  type Work,
} from './HandlerState';
import { abandonedEnded, leave } from './leaving';
import { addWork, setPhase } from './phases';

/** No service time that an expression gives is longer, in milliseconds. */
const longestServiceMs = 1e9;

const nobody: readonly number[] = Object.freeze([]);

/** Takes a worker (or the caller's thread); the start itself is a step of its own. */
export function beginWork(
  state: HandlerState,
  held: Held,
  context: Context,
  plan: HandlerPlan,
  items: readonly Held[] | null = null,
): void {
  state.begun += 1;
  state.lastId += 1;
  const work: Work = {
    id: state.lastId,
    held,
    items,
    item: 0,
    failing: nobody,
    n: state.begun,
    phase: 'starting',
    begunUs: context.now,
    sinceUs: context.now,
    untilUs: null,
    timer: context.schedule('start', 0, 'start', held.event, state.lastId),
    attempt: 1,
    reads: noReads,
    calls: noCalls,
    callFailed: false,
    nextAction: 0,
    hasWorker: !held.inline,
    isAbandoned: false,
    deadline: 0,
    backoffUs: 0,
    denied: '',
    period: 0,
    hasGivenUp: false,
    outboxes: noOutboxes,
  };
  addWork(state, work);
  if (items === null) context.observe(measure.wait, context.now - held.arrivedUs);
  else for (const item of items) context.observe(measure.wait, context.now - item.arrivedUs);
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
  work.failing = nobody;
  if (plan.timeoutUs === 0) readAndServe(state, work, context, plan);
  else readAndServeInTime(state, work, context, plan);
}

/** What ends exactly at the time-out is in time: the end of the service is scheduled first. */
function readAndServeInTime(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  readAndServe(state, work, context, plan);
  const isGoing = work.phase === 'working' || work.phase === 'reading';
  if (isGoing)
    work.deadline = context.schedule('timer', plan.timeoutUs, 'time-out', work.held.event, work.id);
}

function readAndServe(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  if (plan.reads.length > 0 && !readAll(work, context, plan)) {
    failAttempt(state, work, '', context, plan);
    return;
  }
  if (work.calls.length > 0) enter(state, work, 'reading', context, null);
  else serve(state, work, context, plan);
}

function readAll(work: Work, context: Context, plan: HandlerPlan): boolean {
  for (const held of itemsOf(work)) {
    work.held = held;
    if (!readAtStart(work, context, plan)) return false;
  }
  return true;
}

function serve(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  const plannedUs = plan.serviceBy === null ? drawnUs(work, context, plan) : saidUs(work, context, plan);
  if (plannedUs < 0) {
    failAttempt(state, work, '', context, plan);
    return;
  }
  const durationUs = Math.round(plannedUs * state.slowFactor);
  work.timer = context.schedule('finish', durationUs, 'finish', work.held.event, work.id);
  enter(state, work, 'working', context, context.now + durationUs);
}

/** The service time by the law of the event type, and what every delivery of a batch adds. */
function drawnUs(work: Work, context: Context, plan: HandlerPlan): number {
  const law = plan.serviceByType[work.held.event.type] ?? plan.settings.service;
  const ownUs = context.sample(law);
  return work.items === null ? ownUs : ownUs + addedUs(work, context, plan);
}

function addedUs(work: Work, context: Context, plan: HandlerPlan): number {
  return itemsOf(work).reduce((sum) => sum + context.sample(plan.settings.servicePerItem), 0);
}

/** The service time that an expression gives in milliseconds; −1 when it gives none. */
function saidUs(work: Work, context: Context, plan: HandlerPlan): number {
  const ms = plan.serviceBy?.(work, context);
  if (ms === undefined) return -1;
  if (typeof ms === 'number' && ms >= 0 && ms <= longestServiceMs) {
    return Math.round(ms * 1000) + (work.items === null ? 0 : addedUs(work, context, plan));
  }
  const problem = 'a service time must be a number of milliseconds, 0 or more';
  context.record(fact['expression-failed'], work.held.event, problem);
  return -1;
}

function enter(
  state: HandlerState,
  work: Work,
  phase: Phase,
  context: Context,
  untilUs: number | null,
): void {
  setPhase(state, work, phase);
  work.sinceUs = context.now;
  work.untilUs = untilUs;
}

/** The service time is over: luck decides, then the actions that come at the finish. */
export function finishService(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  if (work.items !== null) {
    finishBatch(state, work, context, plan);
    return;
  }
  const { event } = work.held;
  const isPoison = plan.poison.size > 0 && plan.poison.has(event.subject);
  const fails = isPoison || context.chance(plan.settings.failureProbability);
  if (fails) failAttempt(state, work, '', context, plan);
  else goOn(state, work, context, plan);
}

function finishBatch(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  drawFailures(work, context, plan);
  if (work.failing.length > 0 && !plan.failsByItem) failAttempt(state, work, '', context, plan);
  else if (firstItem(work)) goOn(state, work, context, plan);
  else complete(state, work, context, plan);
}

/** Performs actions until one has to be waited for, or all are done. */
function goOn(state: HandlerState, work: Work, context: Context, plan: HandlerPlan): void {
  if (work.hasGivenUp) {
    goOnGivingUp(state, work, context, plan);
    return;
  }
  do {
    const isGood = !work.callFailed && performActions(state, work, context, plan);
    if (!isGood && (work.items === null || !plan.failsByItem)) {
      failAttempt(state, work, '', context, plan);
      return;
    }
    if (!isGood) work.failing = [...work.failing, work.item];
    work.callFailed = false;
    if (isGood && work.calls.length > 0) {
      if (work.phase !== 'calling') enter(state, work, 'calling', context, null);
      return;
    }
    // What a failed delivery of a batch still waits for is of no interest any more.
    work.calls = noCalls;
  } while (nextItem(work));
  complete(state, work, context, plan);
}

/** One of the calls that a piece of work waits for was answered. */
export function callAnswered(
  state: HandlerState,
  work: Work,
  ack: AckMessage,
  context: Context,
  plan: HandlerPlan,
): void {
  const call = work.calls.find(({ id }) => id === ack.call);
  if (call === undefined) return;
  work.calls = work.calls.filter((other) => other !== call);
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
  if (work.failing.length > 0) {
    keepFailing(state, work, context, plan);
    failAttempt(state, work, '', context, plan);
    return;
  }
  if (plan.policies !== null) attemptEnded(state, work, true, context, plan);
  if (work.items === null) workedOff(state, work.held, context);
  else for (const held of work.items) workedOff(state, held, context);
  leave(state, work, context, plan, 'done');
}
