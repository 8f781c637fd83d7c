import { fact } from '#engine/model/facts';
import { measure } from '#engine/model/measures';
import type { AckMessage, FlowEvent } from '#engine/model/messages';
import type { Context, OutWire } from '#engine/model/NodeKind';
import { fullBudget, type OpenCall, type PublisherPlan, type PublisherState } from './PublisherState';

/** How many callers have an event in their hands. */
export function heldCount({ open, retrying, overdue }: PublisherState): number {
  return open.length + retrying.length + overdue.length;
}

/** Whether nobody is free to publish. */
export function isHeld(state: PublisherState, plan: PublisherPlan): boolean {
  return heldCount(state) >= plan.clients;
}

/** A caller publishes an event and waits for the answers. */
export function startCall(
  state: PublisherState,
  event: FlowEvent,
  routes: readonly OutWire[],
  context: Context,
  plan: PublisherPlan,
): void {
  if (plan.budgetShare > 0) state.budget = Math.min(fullBudget, state.budget + plan.budgetShare);
  const call: OpenCall = {
    event,
    sinceUs: context.now,
    attempt: 1,
    waitUs: 0,
    awaited: [],
    refused: [],
    timer: 0,
  };
  for (const wire of routes) send(call, wire.index, wire.target, context, plan);
  hold(state, call, context, plan);
}

/** The back-off is over: publishes again where the last attempt did not succeed, or as soon as the pause is over. */
export function backOffEnded(
  state: PublisherState,
  timer: number,
  context: Context,
  plan: PublisherPlan,
): void {
  const index = placeOf(state.retrying, timer, timerOf);
  const call = state.retrying[index];
  if (call?.timer !== timer) return;
  removeAt(state.retrying, index);
  if (state.paused) state.overdue.push(call);
  else tryAgain(state, call, context, plan);
}

/** After a pause: whoever should have tried again meanwhile does so now. */
export function tryOverdue(state: PublisherState, context: Context, plan: PublisherPlan): void {
  const { overdue } = state;
  state.overdue = [];
  for (const call of overdue) tryAgain(state, call, context, plan);
}

function tryAgain(state: PublisherState, call: OpenCall, context: Context, plan: PublisherPlan): void {
  const { refused } = call;
  call.attempt += 1;
  call.refused = [];
  for (const { wire, target } of refused) send(call, wire, target, context, plan);
  hold(state, call, context, plan);
}

function send(call: OpenCall, wire: number, target: number, context: Context, plan: PublisherPlan): void {
  const id = context.newCall();
  call.awaited.push({ id, wire, target });
  context.publish(wire, call.event, id, plan.ownStack, '');
}

function hold(state: PublisherState, call: OpenCall, context: Context, plan: PublisherPlan): void {
  state.tries += 1;
  call.timer = plan.timeoutUs > 0 ? context.schedule('timer', plan.timeoutUs, 'time-out', call.event) : 0;
  state.open.push(call);
}

/** One wire has answered. With the last answer the attempt ends. */
export function answered(
  state: PublisherState,
  ack: AckMessage,
  context: Context,
  plan: PublisherPlan,
): void {
  // Who has a time-out finds out by it what never arrived; the others would wait for ever, and are told.
  if (ack.outcome === 'vanished' && plan.timeoutUs > 0) return;
  const index = placeOf(state.open, ack.call, lastCallOf);
  const call = state.open[index];
  const at = call === undefined ? -1 : call.awaited.findIndex(({ id }) => id === ack.call);
  const wireCall = call?.awaited[at];
  if (call === undefined || wireCall === undefined) {
    if (plan.timeoutUs > 0 && ack.call > 0) context.record(fact['ack-late'], ack.event);
    return;
  }
  removeAt(call.awaited, at);
  if (ack.outcome !== 'accepted' && ack.outcome !== 'done') {
    if (isKnownRefused(ack)) state.refused += 1;
    call.refused.push(wireCall);
  }
  if (call.awaited.length > 0) return;
  if (call.timer > 0) context.cancel(call.timer);
  if (call.refused.length > 0) state.failed += 1;
  else state.answered += 1;
  endAttempt(state, index, call, context, plan);
}

/** An answer that vanished on its way back (it has a value) leaves the event where it arrived. */
function isKnownRefused({ outcome, value }: AckMessage): boolean {
  return outcome === 'refused' || outcome === 'lost' || (outcome === 'vanished' && value === null);
}

/** The answers did not come in time: nobody waits for them any more. */
export function timedOut(state: PublisherState, timer: number, context: Context, plan: PublisherPlan): void {
  const index = placeOf(state.open, timer, timerOf);
  const call = state.open[index];
  if (call?.timer !== timer) return;
  state.timedOut += 1;
  context.record(fact['timed-out'], call.event, `attempt ${call.attempt}`);
  call.refused.push(...call.awaited);
  call.awaited = [];
  endAttempt(state, index, call, context, plan);
}

function endAttempt(
  state: PublisherState,
  index: number,
  call: OpenCall,
  context: Context,
  plan: PublisherPlan,
): void {
  call.timer = 0;
  removeAt(state.open, index);
  const goesOn = call.refused.length > 0 && plan.reaction.react(state, call, context, plan);
  if (!goesOn) context.observe(measure.response, context.now - call.sinceUs);
}

const timerOf = ({ timer }: OpenCall) => timer;

/** Calls are numbered as they are made, so that all of a later attempt are above all of an earlier one. */
const lastCallOf = ({ awaited }: OpenCall) => awaited[awaited.length - 1]?.id ?? 0;

/** The first place whose number is not below the one sought: numbers rise along these lists. */
function placeOf(list: readonly OpenCall[], sought: number, numberOf: (call: OpenCall) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const call = list[middle];
    if (call !== undefined && numberOf(call) < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the order of the others, without the list of removed ones that `splice` makes. */
function removeAt(list: unknown[], index: number): void {
  list.copyWithin(index, index + 1);
  list.pop();
}
