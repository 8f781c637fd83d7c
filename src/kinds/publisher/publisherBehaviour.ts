import { createFifo, firstItems, lengthOf, pushLast, takeFirst, type Fifo } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import { measure } from '#engine/model/measures';
import {
  emptyStack,
  type AckMessage,
  type FaultMessage,
  type FlowEvent,
  type Message,
} from '#engine/model/messages';
import type { Behaviour, Context } from '#engine/model/NodeKind';
import { longestViewList, tokenOf } from '#engine/model/tokens';
import { nextMoment, planPublisher, type Moment, type PublisherPlan } from './generation';
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
      generate(state, message.id, context, plan);
      break;
    case 'ack':
      answered(state, message, context, plan);
      break;
    case 'fault':
      fault(state, message, context, plan);
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
  const event = context.newEvent(type, key, data, null);
  const mustWait = plan.settings.call === 'wait' && (state.open !== null || lengthOf(state.backlog) > 0);
  if (mustWait) pushLast(state.backlog, event);
  else emit(state, event, context, plan);
}

function emit(state: PublisherState, event: FlowEvent, context: Context, plan: PublisherPlan): void {
  if (context.lifecycle === 'done' || context.lifecycle === 'idle') context.transition('emit');
  const waits = plan.settings.call === 'wait';
  state.emitted += 1;
  context.observe(measure.wait, context.now - event.timeUs);
  context.record(fact.published, event);
  const routes = plan.routes[event.type];
  if (routes === undefined || routes.length === 0) {
    context.record(fact.unrouted, event);
    return;
  }
  const calls: OpenCall['calls'] = [];
  for (const wire of routes) {
    const call = waits ? context.newCall() : 0;
    if (waits) calls.push({ id: call, target: wire.target });
    context.publish(wire.index, event, call, waits ? plan.ownStack : emptyStack, '');
  }
  if (waits) state.open = { event, sinceUs: context.now, calls };
}

function answered(state: PublisherState, ack: AckMessage, context: Context, plan: PublisherPlan): void {
  const { open } = state;
  const index = open === null ? -1 : open.calls.findIndex((call) => call.id === ack.call);
  if (open === null || index < 0) return;
  open.calls.splice(index, 1);
  // An answer that vanished on its way back (it has a value) leaves the event where it arrived.
  const isGone = ack.outcome === 'lost' || (ack.outcome === 'vanished' && ack.value === null);
  if (ack.outcome === 'refused' || isGone) state.refused += 1;
  if (open.calls.length > 0) return;
  state.open = null;
  context.observe(measure.response, context.now - open.sinceUs);
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

function fault(state: PublisherState, message: FaultMessage, context: Context, plan: PublisherPlan): void {
  const { verb, publish: made } = message;
  if (made !== null) {
    publish(state, made.type, made.key, made.data, context, plan);
  } else if (verb === 'pause' && !state.paused) {
    state.paused = true;
    if (state.next !== null) context.cancel(state.next.timer);
  } else if (verb === 'resume' && state.paused) {
    state.paused = false;
    scheduleNext(state, context, plan);
    drain(state, context, plan);
  }
}

/** Brings the lifecycle to what the data say, by declared letters only. */
function settle(state: PublisherState, context: Context): void {
  if (context.lifecycle === 'emitting') context.transition(state.open === null ? 'emitted' : 'hold');
  if (state.paused) {
    context.moveTo('paused');
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
