import { createFifo, firstItems, lengthOf, pushLast, takeFirst, type Fifo } from '#engine/kernel/Fifo';
import type { Ack, Fault, FlowEvent, Message } from '#engine/model/messages';
import { moveTo } from '#engine/model/moveTo';
import type { Behaviour, Context } from '#engine/model/NodeKind';
import { longestViewList, tokenOf } from '#engine/model/tokens';
import { nextMoment, planPublisher, type Moment, type PublisherPlan } from './generation';
import { publisherLifecycle } from './publisherPorts';
import type { PublisherView } from './PublisherView';

interface OpenCall {
  readonly event: FlowEvent;
  readonly sinceUs: number;
  /** Calls not yet answered, with the node each waits for. */
  calls: { readonly id: number; readonly target: number }[];
}

interface PublisherState {
  /** How many moments of the plan have passed. */
  moments: number;
  emitted: number;
  refused: number;
  backlog: Fifo<FlowEvent>;
  open: OpenCall | null;
  /** The timer of the next moment, with what it will make; null when nothing more will come. */
  next: { readonly timer: number; readonly moment: Moment } | null;
  paused: boolean;
}

function begin(state: PublisherState, context: Context, plan: PublisherPlan): void {
  scheduleNext(state, context, plan);
  settle(state, context);
}

function scheduleNext(state: PublisherState, context: Context, plan: PublisherPlan): void {
  const moment = nextMoment(plan, state.moments, context);
  if (moment === null) {
    state.next = null;
    return;
  }
  const delay = Math.max(0, moment.atUs - context.now);
  state.next = { timer: context.schedule('timer', delay, 'generate', null), moment };
}

function receive(state: PublisherState, message: Message, context: Context, plan: PublisherPlan): void {
  switch (message.kind) {
    case 'timer':
      generate(state, message.body.id, context, plan);
      break;
    case 'ack':
      answered(state, message.body, context, plan);
      break;
    case 'fault':
      fault(state, message.body, context, plan);
      break;
    default:
      break;
  }
  settle(state, context);
}

function generate(state: PublisherState, timer: number, context: Context, plan: PublisherPlan): void {
  const { next } = state;
  if (next === null || next.timer !== timer) return;
  state.moments += 1;
  publish(state, next.moment.type, next.moment.key, next.moment.data, context, plan);
  scheduleNext(state, context, plan);
}

function publish(
  state: PublisherState,
  type: number,
  key: string,
  data: Moment['data'],
  context: Context,
  plan: PublisherPlan,
): void {
  const event = context.newEvent({ type, subject: key, data, cause: null });
  const mustWait = plan.settings.call === 'wait' && (state.open !== null || lengthOf(state.backlog) > 0);
  if (mustWait) pushLast(state.backlog, event);
  else emit(state, event, context, plan);
}

function emit(state: PublisherState, event: FlowEvent, context: Context, plan: PublisherPlan): void {
  if (context.lifecycle === 'done' || context.lifecycle === 'idle') context.transition('emit');
  const waits = plan.settings.call === 'wait';
  const calls: OpenCall['calls'] = [];
  state.emitted += 1;
  context.observe('wait', context.now - event.timeUs);
  context.record('published', event);
  const routes = plan.routes[event.type] ?? [];
  if (routes.length === 0) context.record('unrouted', event);
  for (const wire of routes) {
    const call = waits ? { id: context.newCall(), stack: [context.setup.index] } : null;
    if (call !== null) calls.push({ id: call.id, target: wire.target });
    context.publish(wire.index, { event, call, deadLetter: null });
  }
  if (calls.length > 0) state.open = { event, sinceUs: context.now, calls };
}

function answered(state: PublisherState, ack: Ack, context: Context, plan: PublisherPlan): void {
  const { open } = state;
  const index = open === null ? -1 : open.calls.findIndex((call) => call.id === ack.call);
  if (open === null || index < 0) return;
  open.calls.splice(index, 1);
  // An answer that vanished on its way back (it has a value) leaves the event where it arrived.
  const isGone = ack.outcome === 'lost' || (ack.outcome === 'vanished' && ack.value === null);
  if (ack.outcome === 'refused' || isGone) state.refused += 1;
  if (open.calls.length > 0) return;
  state.open = null;
  context.observe('response', context.now - open.sinceUs);
  if (context.lifecycle === 'blocked') context.transition('returned');
  drain(state, context, plan);
}

/** Publishes what has piled up, until a call is open again. */
function drain(state: PublisherState, context: Context, plan: PublisherPlan): void {
  while (state.open === null && !state.paused) {
    const event = takeFirst(state.backlog);
    if (event === undefined) return;
    emit(state, event, context, plan);
    settle(state, context);
  }
}

function fault(state: PublisherState, action: Fault, context: Context, plan: PublisherPlan): void {
  if (action.do === 'publish') {
    publish(state, action.type, action.key, action.data, context, plan);
  } else if (action.do === 'pause' && !state.paused) {
    state.paused = true;
    if (state.next !== null) context.cancel(state.next.timer);
  } else if (action.do === 'resume' && state.paused) {
    state.paused = false;
    scheduleNext(state, context, plan);
    drain(state, context, plan);
  }
}

/** Brings the lifecycle to what the data say, by declared letters only. */
function settle(state: PublisherState, context: Context): void {
  if (context.lifecycle === 'emitting') context.transition(state.open === null ? 'emitted' : 'hold');
  if (state.paused) {
    moveTo(publisherLifecycle, 'paused', context);
    return;
  }
  if (context.lifecycle === 'paused') context.transition(state.open === null ? 'resume' : 'resumeBlocked');
  if (context.lifecycle === 'idle' && isExhausted(state)) context.transition('exhaust');
}

function isExhausted(state: PublisherState): boolean {
  return state.next === null && state.open === null && lengthOf(state.backlog) === 0;
}

function view(state: PublisherState): PublisherView {
  const { open } = state;
  return {
    emitted: state.emitted,
    refused: state.refused,
    backlog: firstItems(state.backlog, longestViewList).map(tokenOf),
    backlogCount: lengthOf(state.backlog),
    calling:
      open === null
        ? null
        : {
            token: tokenOf(open.event),
            sinceUs: open.sinceUs,
            targets: open.calls.map((call) => call.target),
          },
  };
}

/** How a publisher runs. */
export const publisherBehaviour: Behaviour<PublisherState, PublisherView, PublisherPlan> = {
  plan: planPublisher,
  initialState: () => ({
    moments: 0,
    emitted: 0,
    refused: 0,
    backlog: createFifo(),
    open: null,
    next: null,
    paused: false,
  }),
  begin,
  receive,
  view,
  isSettled: isExhausted,
  waitsFor: (state) => state.open?.calls.map((call) => call.target) ?? [],
};
