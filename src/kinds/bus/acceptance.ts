import { first, lengthOf, pushLast, takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { FlowEvent, PublishMessage } from '#engine/model/messages';
import type { Bus, Caller, Copy } from './BusState';
import { createCopy, end, giveUp, groupOf } from './copies';
import { moveCopy } from './copyLifecycle';
import { isRepeated, remember } from './deduplication';
import { retain } from './retention';
import { routeOf } from './routeOf';

/** What a publish call looks like to the bus. */
export function callerOf(bus: Bus, { event, call, wire, stack }: PublishMessage): Caller {
  return { event, call, wire, stack, sinceUs: bus.context.now };
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
  return bus.plan.settings.overflow === 'block' && isAnyFull(bus, routeOf(bus, caller.event));
}

function isAnyFull(bus: Bus, route: readonly number[]): boolean {
  if (bus.plan.capacity === Infinity) return false;
  for (const group of route) if (isFull(bus, group)) return true;
  return false;
}

function isFull(bus: Bus, group: number): boolean {
  return bus.plan.policy.waitingCount(bus, group) >= bus.plan.capacity;
}

function takeIn(bus: Bus, caller: Caller): void {
  const { context, plan, state } = bus;
  if (plan.dedupWindowUs > 0 && isRepeated(bus, caller.event)) {
    context.record(fact.deduplicated, caller.event);
    answerCaller(bus, caller, 'accepted');
    return;
  }
  const route = routeOf(bus, caller.event);
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
  const isLoop = plan.settings.dispatch === 'loop';
  const shared: Copy[] = [];
  for (const group of route) {
    const copy = createCopy(bus, caller.event, group);
    if (!findRoom(bus, copy)) continue;
    moveCopy(copy, 'enqueue');
    if (isLoop) shared.push(copy);
    else pushLast(groupOf(bus, copy).waiting, copy);
  }
  if (shared.length > 0) pushLast(state.shared, { event: caller.event, copies: shared });
  answerCaller(bus, caller, 'accepted');
}

function noteAccepted(bus: Bus, event: FlowEvent): void {
  bus.context.record(fact.accepted, event);
  if (bus.plan.dedupWindowUs > 0) remember(bus, event);
  if (bus.plan.retainedAtMost > 0) retain(bus, event);
}

/** Whether a copy gets a place in its queue; when there is none, the overflow setting decides whose end it is. */
function findRoom(bus: Bus, copy: Copy): boolean {
  if (isForgotten(bus, copy)) {
    end(bus, copy, 'lose', 'lost', 'nobody connected');
    return false;
  }
  if (!isFull(bus, copy.group)) return true;
  switch (bus.plan.settings.overflow) {
    case 'dropNewest':
      end(bus, copy, 'drop', 'dropped', 'queue full');
      return false;
    case 'deadLetter':
      giveUp(bus, copy, 'queue full');
      return false;
    case 'dropOldest':
      dropOldest(bus, copy.group);
      return true;
    default:
      return true; // `block` and `reject` were settled before a copy was made.
  }
}

/** At most once remembers nothing for a group of which nobody is connected. */
function isForgotten(bus: Bus, copy: Copy): boolean {
  if (bus.plan.isAcknowledged) return false;
  const members = bus.plan.groups[copy.group]?.members ?? [];
  const { closedWires, absentWires } = bus.state;
  return members.every(({ wire }) => closedWires.includes(wire.index) || absentWires.includes(wire.index));
}

function dropOldest(bus: Bus, group: number): void {
  const own = bus.state.groups[group];
  if (own === undefined) return;
  if (bus.plan.settings.dispatch === 'loop') {
    const item = takeFirst(bus.state.shared);
    for (const copy of item?.copies ?? []) end(bus, copy, 'drop', 'dropped', 'made room');
  } else {
    const oldest = takeFirst(own.waiting);
    if (oldest !== undefined) end(bus, oldest, 'drop', 'dropped', 'made room');
  }
}
