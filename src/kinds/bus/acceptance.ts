import { first, lengthOf, pushLast, takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Bus, Caller, Copy } from './BusState';
import { answerCaller, refuse } from './callers';
import { createCopy, groupOf } from './copies';
import { isRepeated, remember } from './deduplication';
import { keepOut } from './protocols/gate';
import { watchPublish } from './protocols/watch';
import { retain } from './retention';
import { routeOf } from './routeOf';
import { findRoom, isAnyFull } from './room';
import { arrive } from './timing';

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

/** Takes an event in. One that had been let in before is not refused for want of room. */
export function takeIn(bus: Bus, caller: Caller, isLetIn = false): void {
  const { context, plan, state } = bus;
  if (plan.dedupWindowUs > 0 && isRepeated(bus, caller.event)) {
    context.record(fact.deduplicated, caller.event);
    answerCaller(bus, caller, 'accepted');
    return;
  }
  if (plan.watch !== null && keepOut(bus, caller)) return;
  const route = routeOf(bus, caller);
  if (route.length === 0) {
    takeUnrouted(bus, caller);
    answerCaller(bus, caller, 'accepted');
    return;
  }
  if (plan.settings.overflow === 'reject' && !isLetIn && isAnyFull(bus, route)) {
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
  if (bus.plan.watch !== null) watchPublish(bus, event);
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
