import { wiresFor } from '#engine/expression/WireFilters';
import { firstItems, lengthOf, pushLast, takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import { gauge, measure } from '#engine/model/measures';
import {
  emptyStack,
  type FaultMessage,
  type FlowEvent,
  type Message,
  type TimerMessage,
} from '#engine/model/messages';
import type { Behaviour, Context } from '#engine/model/NodeKind';
import { longestViewList, tokenOf } from '#engine/model/tokens';
import { answered, backOffEnded, heldCount, isHeld, startCall, timedOut, tryOverdue } from './calls';
import { generate, scheduleNext } from './generate';
import { plainPublisher } from './plainPublisher';
import { planPublisher } from './planPublisher';
import { publisherForm } from './publisherForm';
import { publisherLedger } from './publisherLedger';
import { createPublisherState, type PublisherPlan, type PublisherState } from './PublisherState';
import type { PublisherView } from './PublisherView';
import { publisherActivities, publisherHoldings, publisherWaits, publisherWaitsOf } from './whyPublisher';

function begin(state: PublisherState, context: Context, plan: PublisherPlan): void {
  plan.generator.begin?.(state.progress, plan, context);
  scheduleNext(state, context, plan);
  settle(state, context, plan);
}

function receive(state: PublisherState, message: Message, context: Context, plan: PublisherPlan): void {
  switch (message.kind) {
    case 'timer':
      timer(state, message, context, plan);
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
  settle(state, context, plan);
  if (plan.waits) drain(state, context, plan);
}

function timer(
  state: PublisherState,
  { id, name }: TimerMessage,
  context: Context,
  plan: PublisherPlan,
): void {
  if (id === state.timer) {
    const event = generate(state, context, plan);
    if (event !== null) publish(state, event, context, plan);
    scheduleNext(state, context, plan);
  } else if (name === 'time-out') timedOut(state, id, context, plan);
  else if (name === 'retry') backOffEnded(state, id, context, plan);
}

function publish(state: PublisherState, event: FlowEvent, context: Context, plan: PublisherPlan): void {
  if (!plan.waits) emit(state, event, context, plan);
  else if (isHeld(state, plan) || lengthOf(state.backlog) > 0) pushLast(state.backlog, event);
  else emit(state, event, context, plan);
}

function emit(state: PublisherState, event: FlowEvent, context: Context, plan: PublisherPlan): void {
  if (context.lifecycle === 'idle' || context.lifecycle === 'done') context.transition('emit');
  state.emitted += 1;
  context.observe(measure.wait, context.now - event.timeUs);
  context.record(fact.published, event);
  const routes = wiresFor(plan.filters, plan.routes[event.type] ?? [], event, context);
  if (routes.length === 0) {
    context.record(fact.unrouted, event);
  } else if (plan.waits) {
    startCall(state, event, routes, context, plan);
  } else {
    for (const wire of routes) context.publish(wire.index, event, 0, emptyStack, '');
  }
}

/** Publishes what has piled up, until nobody is free to do so. */
function drain(state: PublisherState, context: Context, plan: PublisherPlan): void {
  while (!state.paused && !isHeld(state, plan)) {
    const event = takeFirst(state.backlog);
    if (event === undefined) break;
    emit(state, event, context, plan);
    settle(state, context, plan);
  }
  context.level(gauge.queue, lengthOf(state.backlog));
  context.level(gauge.busy, heldCount(state));
}

function fault(state: PublisherState, message: FaultMessage, context: Context, plan: PublisherPlan): void {
  const { verb, publish: made } = message;
  if (made !== null) {
    const event = context.newEvent(made.type, made.key, made.data, null);
    if (state.stopped) context.record(fact.dropped, event, 'publisher stopped');
    else publish(state, event, context, plan);
  } else if (verb === 'pause' && !state.paused) {
    state.paused = true;
    if (state.timer > 0) context.cancel(state.timer);
  } else if (verb === 'resume' && state.paused) {
    state.paused = false;
    scheduleNext(state, context, plan);
    tryOverdue(state, context, plan);
  }
}

/** Brings the lifecycle to what the data say, by declared letters only. */
function settle(state: PublisherState, context: Context, plan: PublisherPlan): void {
  const isTaken = plan.waits && isHeld(state, plan);
  if (context.lifecycle === 'emitting') context.transition(isTaken ? 'hold' : 'emitted');
  if (state.paused) {
    context.moveTo('paused');
    return;
  }
  if (isTaken) context.moveTo(state.open.length > 0 ? 'blocked' : 'backingOff');
  else if (isHolding(context.lifecycle)) context.moveTo('idle');
  if (context.lifecycle === 'idle' && isExhausted(state)) context.transition('exhaust');
}

const isHolding = (lifecycle: string) =>
  lifecycle === 'blocked' || lifecycle === 'backingOff' || lifecycle === 'paused';

function isExhausted(state: PublisherState): boolean {
  return state.timer === 0 && lengthOf(state.backlog) === 0 && heldCount(state) === 0;
}

function view(state: PublisherState): PublisherView {
  const { open } = state;
  const [first] = open;
  return {
    emitted: state.emitted,
    refused: state.refused,
    timedOut: state.timedOut,
    retries: state.retries,
    givenUp: state.givenUp,
    backlog: firstItems(state.backlog, longestViewList).map(tokenOf),
    backlogCount: lengthOf(state.backlog),
    retryingCount: state.retrying.length + state.overdue.length,
    calling:
      first === undefined
        ? null
        : {
            token: tokenOf(first.event),
            sinceUs: first.sinceUs,
            targets: targetsOf(state),
            count: open.length,
          },
  };
}

/** Whom the open calls wait for, each once. */
function targetsOf({ open }: PublisherState): readonly number[] {
  const targets = new Set<number>();
  for (const { awaited } of open) for (const { target } of awaited) targets.add(target);
  return [...targets];
}

/** How a publisher runs. */
export const publisherBehaviour: Behaviour<PublisherState, PublisherView, PublisherPlan> = {
  plan: planPublisher,
  initialState: createPublisherState,
  begin,
  receive,
  view,
  isSettled: isExhausted,
  waitsFor: targetsOf,
  waits: publisherWaits,
  waitsOf: publisherWaitsOf,
  holdings: (state, _plan, event) => publisherHoldings(state, event),
  form: publisherForm,
  ledger: (state, plan) => publisherLedger(state, plan),
  activities: publisherActivities,
  plain: plainPublisher,
};
