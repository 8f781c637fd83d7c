import { placeOfKey, removeAt } from '#engine/kernel/sortedList';
import { fact } from '#engine/model/facts';
import { emptyStack, type FlowEvent } from '#engine/model/messages';
import { takeUnrouted } from './acceptance';
import { answerCaller, refuse } from './callers';
import type { Bus, Caller, Copy, Walk } from './BusState';
import { chooseMember, createCopy, dispatch, end, groupOf } from './copies';
import { moveCopy } from './copyLifecycle';
import { keepOut } from './protocols/gate';
import { watchPublish } from './protocols/watch';
import { routeOf } from './routeOf';
import { releaseKey } from './holds';

/** Deepest chain of synchronous calls before a bus refuses another: a limit that ends in a report. */
const deepestCallStack = 256;

/** Begins to call the subscribers of an event in turn; `advance` makes the first call. */
export function startWalk(
  bus: Bus,
  event: FlowEvent,
  copies: Copy[],
  caller: Caller | null,
  inline: boolean,
): Walk {
  bus.state.walkCount += 1;
  const walk: Walk = {
    id: bus.state.walkCount,
    event,
    copies,
    position: 0,
    call: 0,
    caller,
    inline,
    sinceUs: bus.context.now,
    failed: false,
  };
  bus.state.walks.push(walk);
  return walk;
}

/** A synchronous bus serves one caller: every subscriber in turn, then the answer. */
export function walkForCaller(bus: Bus, caller: Caller, inline: boolean): void {
  const { context, state } = bus;
  if (caller.stack.length >= deepestCallStack) {
    context.record(fact['call-depth'], caller.event, String(caller.stack.length));
    refuse(bus, caller, 'call stack too deep');
    return;
  }
  if (bus.plan.watch !== null && keepOut(bus, caller)) return;
  const route = routeOf(bus, caller);
  if (route.length === 0) {
    takeUnrouted(bus, caller);
    answerCaller(bus, caller, 'done');
    return;
  }
  state.accepted += 1;
  context.record(fact.accepted, caller.event);
  if (bus.plan.watch !== null) watchPublish(bus, caller.event);
  const copies = route.map((group) => createCopy(bus, caller.event, group, caller.wanted));
  for (const copy of copies) moveCopy(copy, 'enqueue');
  advance(bus, startWalk(bus, caller.event, copies, caller, inline));
}

/** The place of a walk among those under way, or −1. */
export function placeOfWalk(walks: readonly Walk[], id: number): number {
  return placeOfKey(walks, id, idOf);
}

const idOf = (walk: Walk) => walk.id;

/** Makes the next call of a walk, or ends it after the last. */
export function advance(bus: Bus, walk: Walk): void {
  while (walk.position < walk.copies.length) {
    const copy = walk.copies[walk.position];
    const member = copy === undefined ? undefined : chooseMember(bus, copy, false);
    if (copy !== undefined && member !== undefined) {
      const stack = walk.caller === null ? emptyStack : [...walk.caller.stack, bus.context.setup.index];
      copy.walk = walk.id;
      dispatch(bus, copy, member, stack, walk.inline);
      walk.call = copy.call;
      return;
    }
    if (copy !== undefined) skip(bus, walk, copy);
    walk.position += 1;
  }
  removeAt(bus.state.walks, placeOfWalk(bus.state.walks, walk.id));
  if (walk.caller === null) releaseKey(bus, walk.event.subject);
  else answerCaller(bus, walk.caller, walk.failed ? 'failed' : 'done');
}

/** Nobody of the group is connected: a durable bus keeps the copy until someone is, any other loses it. */
function skip(bus: Bus, walk: Walk, copy: Copy): void {
  if (bus.plan.isAcknowledged) {
    groupOf(bus, copy).aside.push(copy);
    bus.state.waiting += 1;
  } else {
    end(bus, copy, 'lose', 'lost', 'nobody connected');
    walk.failed = true;
  }
}
