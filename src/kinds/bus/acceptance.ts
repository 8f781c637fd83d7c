import { first, lengthOf, pushLast, takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { FlowEvent, PublishMessage } from '#engine/model/messages';
import type { Bus, Caller, Copy } from './BusState';
import { createCopy, groupOf } from './copies';
import { isRepeated, remember } from './deduplication';
import { retain } from './retention';
import { routeOf, wantedBy } from './routeOf';
import { findRoom, isAnyFull } from './room';
import { arrive } from './timing';

/** What a publish call looks like to the bus. */
export function callerOf(bus: Bus, { event, call, wire, stack }: PublishMessage): Caller {
  return { event, call, wire, stack, sinceUs: bus.context.now, wanted: wantedBy(bus, event) };
}

/** Answers a publish call, if somebody waits for it. */
export function answerCaller(
  bus: Bus,
  caller: Caller,
  outcome: 'accepted' | 'done' | 'refused' | 'failed' | 'lost',
): void {
  if (caller.call !== 0) bus.context.answer(caller.wire, caller.call, outcome, caller.event, null);
}

export function refuse(bus: Bus, caller: Caller, reason: string): void {
  bus.state.refused += 1;
  bus.context.record(fact.refused, caller.event, reason);
  answerCaller(bus, caller, 'refused');
}

/** Takes an event that no subscriber wants: kept or dropped, by setting. */
export function takeUnrouted(bus: Bus, caller: Caller): void {
  const { context, plan, state } = bus;
  // What is retained may still be wanted by who subscribes later.
  const keeps = plan.settings.unrouted === 'keep' || plan.settings.purpose === 'deadLetters';
  state.accepted += 1;
  noteAccepted(bus, caller.event);
  if (keeps) state.kept.push(caller.event);
  else if (plan.retainedAtMost === 0) {
    state.unrouted += 1;
    context.record(fact.unrouted, caller.event);
  }
}

/** An asynchronous bus is asked to take an event: it does so now, or the caller waits behind those at the door. */
export function publishAsync(bus: Bus, caller: Caller): void {
  if (lengthOf(bus.state.door) > 0 || mustWait(bus, caller)) pushLast(bus.state.door, caller);
  else takeIn(bus, caller);
}

/** Lets callers in from the door, first come first served, while there is room. */
export function letIn(bus: Bus): void {
  for (;;) {
    const caller = first(bus.state.door);
    if (caller === undefined || mustWait(bus, caller)) return;
    takeFirst(bus.state.door);
    takeIn(bus, caller);
  }
}

function mustWait(bus: Bus, caller: Caller): boolean {
  return bus.plan.settings.overflow === 'block' && isAnyFull(bus, routeOf(bus, caller));
}

function takeIn(bus: Bus, caller: Caller): void {
  const { context, plan, state } = bus;
  if (plan.dedupWindowUs > 0 && isRepeated(bus, caller.event)) {
    context.record(fact.deduplicated, caller.event);
    answerCaller(bus, caller, 'accepted');
    return;
  }
  const route = routeOf(bus, caller);
  if (route.length === 0) {
    takeUnrouted(bus, caller);
    answerCaller(bus, caller, 'accepted');
    return;
  }
  if (plan.settings.overflow === 'reject' && isAnyFull(bus, route)) {
    refuse(bus, caller, 'queue full');
    return;
  }
  state.accepted += 1;
  noteAccepted(bus, caller.event);
  const delayUs = plan.delay === null ? 0 : plan.delay.drawUs(bus, caller.event);
  if (plan.isLoop) enqueueShared(bus, caller, route, delayUs);
  else for (const group of route) enqueue(bus, caller, group, delayUs);
  answerCaller(bus, caller, 'accepted');
}

function noteAccepted(bus: Bus, event: FlowEvent): void {
  bus.context.record(fact.accepted, event);
  if (bus.plan.dedupWindowUs > 0) remember(bus, event);
  if (bus.plan.retainedAtMost > 0) retain(bus, event);
}

function enqueue(bus: Bus, { event, wanted }: Caller, group: number, delayUs: number): void {
  const copy = createCopy(bus, event, group, wanted);
  if (findRoom(bus, copy)) arrive(bus, groupOf(bus, copy).queue, copy, delayUs);
}

function enqueueShared(bus: Bus, { event, wanted }: Caller, route: readonly number[], delayUs: number): void {
  const copies: Copy[] = [];
  for (const group of route) {
    const copy = createCopy(bus, event, group, wanted);
    if (findRoom(bus, copy)) copies.push(copy);
  }
  const [one] = copies;
  if (one === undefined) return;
  const { priority, visibleUs } = one;
  arrive(bus, bus.state.shared, { event, rank: 0, priority, visibleUs, partition: 0, copies }, delayUs);
}
