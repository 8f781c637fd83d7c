import { firstItems, lengthOf, moveFirst } from '#engine/kernel/Fifo';
import { gauge } from '#engine/model/measures';
import type { FaultMessage, Message, TimerMessage } from '#engine/model/messages';
import type { Behaviour, Context } from '#engine/model/NodeKind';
import { longestViewList, tokenOf } from '#engine/model/tokens';
import { admit, takeNext } from './admission';
import { beginCharts, resumeCharts, takeChartTimer } from './chart/chartTimers';
import { openCharts } from './chart/openCharts';
import { chartKeys, viewChart } from './chart/viewChart';
import { crash, revive } from './crash';
import { emitLater } from './emit';
import { timeOut } from './failing';
import { followData } from './followData';
import { guardLifecycle, guardTimer } from './guards/runGuards';
import { handlerForm } from './handlerForm';
import { handlerLedger } from './handlerLedger';
import { createHandlerState, type HandlerPlan, type HandlerState, type Work } from './HandlerState';
import type { HandlerView, WorkerView } from './HandlerView';
import { findByTimer } from './phases';
import { plainHandler } from './plainHandler';
import { planHandler } from './planHandler';
import { handlerActivities, handlerHoldings, handlerWaits, handlerWaitsOf } from './whyHandler';
import { callAnswered, finishService, startWork } from './work';

function receive(state: HandlerState, message: Message, context: Context, plan: HandlerPlan): void {
  switch (message.kind) {
    case 'deliver':
      admit(state, message, context, plan);
      break;
    case 'start':
    case 'finish':
    case 'timer':
      ownMessage(state, message, context, plan);
      // A start takes nobody in and frees nobody, and its worker was counted as busy before.
      if (message.kind === 'start' && plan.startsQuietly) return;
      break;
    case 'ack': {
      const work = state.working.find((one) => one.calls.some((call) => call.id === message.call));
      if (work !== undefined) callAnswered(state, work, message, context, plan);
      break;
    }
    case 'fault':
      fault(state, message, context, plan);
      break;
    default:
      break;
  }
  takeNext(state, context, plan);
  const { taken } = state;
  const outside = lengthOf(state.door);
  const waiting = lengthOf(state.inbox) + outside + state.twins.length;
  context.level(gauge.busy, taken);
  // Without an inbox whoever stands at the door waits for a worker; with one, for room in it.
  const hasInbox = plan.settings.mode === 'async';
  context.level(gauge.queue, hasInbox ? waiting - outside : waiting);
  if (hasInbox) context.level(gauge.door, outside);
  const guarded = plan.policies === null ? '' : guardLifecycle(state, plan);
  followData(context, lifecycleOf(state, taken >= plan.workers && waiting > 0, guarded));
}

function ownMessage(state: HandlerState, message: TimerMessage, context: Context, plan: HandlerPlan): void {
  const { id, kind, tag } = message;
  if (plan.chart !== null && takeChartTimer(state, message, context, plan)) return;
  const work = findByTimer(state, id, tag);
  if (work !== undefined) {
    if (work.deadline === id) timeOut(state, work, context, plan);
    else if (kind === 'finish') finishService(state, work, context, plan);
    else if (kind === 'timer' && plan.policies !== null) stall(state, work);
    else startWork(state, work, context, plan);
    return;
  }
  if (id === state.gate) {
    state.gate = 0;
    state.gateUs = 0;
  } else if (message.name === 'emit') emitLater(state, id, context, plan);
  else guardTimer(state, id, context, plan);
}

/** A back-off is over; guards and workers say when the next attempt starts. */
function stall(state: HandlerState, work: Work): void {
  work.timer = 0;
  work.untilUs = null;
  state.stalled += 1;
}

function fault(
  state: HandlerState,
  { verb: action, factor, chosen }: FaultMessage,
  context: Context,
  plan: HandlerPlan,
): void {
  if (action === 'pause' && !state.down) state.paused = true;
  if (action === 'resume') resume(state, context, plan);
  if (action === 'crash' && !state.down) crash(state, context, plan);
  if (action === 'revive' && state.down) revive(state, context, plan);
  if (action === 'advance' && chosen !== null) letFirst(state, chosen.event);
  if (action === 'slow') state.slowFactor = factor;
  if (action === 'restore') state.slowFactor = 1;
}

/** An event that waits goes before all others of its line. */
function letFirst({ inbox, door }: HandlerState, event: number): void {
  for (const line of [inbox, door]) moveFirst(line, (held) => held.event.number === event);
}

function resume(state: HandlerState, context: Context, plan: HandlerPlan): void {
  state.paused = false;
  if (!state.down) resumeCharts(state, context, plan);
}

/** The state that the data call for; `handlerLifecycle` says by which letter it is reached. */
function lifecycleOf(state: HandlerState, isSaturated: boolean, guarded: string): string {
  if (state.down) return 'down';
  if (state.paused) return 'paused';
  if (guarded !== '') return guarded;
  const { working } = state;
  if (working.length === 0) return state.holdUp === '' ? 'idle' : state.holdUp;
  if (state.backingOff === working.length) return 'backingOff';
  if (state.calling === working.length) return 'calling';
  return isSaturated ? 'saturated' : 'busy';
}

function view(state: HandlerState, plan: HandlerPlan): HandlerView {
  const { lastFailure } = state;
  return {
    working: state.working.slice(0, longestViewList).map((work) => viewWorker(work, plan)),
    busy: state.working.length,
    inbox: firstItems(state.inbox, longestViewList).map((held) => tokenOf(held.event)),
    inboxCount: lengthOf(state.inbox),
    door: firstItems(state.door, longestViewList).map((held) => tokenOf(held.event)),
    doorCount: lengthOf(state.door) + state.twins.length,
    done: state.done,
    failed: state.failed,
    deadLettered: state.deadLettered,
    dropped: state.dropped,
    lost: state.lost,
    chart: viewChart(state.room, plan.chart),
    lastFailure:
      lastFailure === null
        ? null
        : { token: tokenOf(lastFailure.event), atUs: lastFailure.atUs, attempts: lastFailure.attempts },
  };
}

function viewWorker(work: Work, plan: HandlerPlan): WorkerView {
  return {
    token: tokenOf(work.held.event),
    items: work.items?.length ?? 1,
    phase: work.phase === 'starting' ? 'working' : work.phase,
    sinceUs: work.sinceUs,
    untilUs: work.untilUs,
    attempt: work.attempt,
    attempts: plan.settings.retries + 1,
  };
}

function isQuiet({ working, later, inbox, door, twins }: HandlerState): boolean {
  return working.length + later.length + lengthOf(inbox) + lengthOf(door) + twins.length === 0;
}

const noOpenEnds = { waiting: [], broken: [] };

/** How a handler runs. */
export const handlerBehaviour: Behaviour<HandlerState, HandlerView, HandlerPlan> = {
  plan: planHandler,
  initialState: createHandlerState,
  begin: (_state, context, plan) => beginCharts(plan, context),
  receive,
  view,
  isSettled: (state) => isQuiet(state) && (state.room?.open ?? 0) === 0,
  isQuiet,
  keys: ({ room }, { chart }, question) => (question.of === '' ? chartKeys(room, chart, question) : null),
  openEnds: ({ room }, { chart }) => (room === null || chart === null ? noOpenEnds : openCharts(room, chart)),
  waitsFor: (state) => state.working.flatMap((work) => work.calls.map((call) => call.target)),
  waits: handlerWaits,
  waitsOf: handlerWaitsOf,
  holdings: handlerHoldings,
  form: handlerForm,
  activities: handlerActivities,
  ledger: (state, _plan, arrivals) => handlerLedger(state, arrivals),
  plain: plainHandler,
};
