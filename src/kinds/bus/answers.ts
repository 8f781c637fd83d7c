import { createFifo, itemsOf } from '#engine/kernel/Fifo';
import { placeOfKey } from '#engine/kernel/sortedList';
import { fact } from '#engine/model/facts';
import type { AckMessage } from '#engine/model/messages';
import { answerCaller } from './callers';
import type { Bus, Copy, GroupState, Walk } from './BusState';
import { countAttempt, end, giveUp, leaveFlight, placeOfCall, settle, tryAgain } from './copies';
import { moveCopy } from './copyLifecycle';
import { createRecent } from './deduplication';
import { handBack } from './hands';
import { releaseKey } from './holds';
import { rebalance } from './partitions';
import { loseParked } from './protocols/parking';
import { watchCompletion } from './protocols/watch';
import { takeAll } from './queues';
import { touch } from './touch';
import { advance, placeOfWalk } from './walks';

/** A subscriber answers a delivery, or tells that its connection opened or closed. */
export function answered(bus: Bus, ack: AckMessage): void {
  const { wire } = ack;
  if (ack.call === 0) {
    setConnection(bus, wire, ack.outcome === 'accepted');
    return;
  }
  // Also an answer that was lost: what it would have said decides whether the consumer is done.
  const isEnd = ack.outcome !== 'accepted' && ack.value !== 'accepted';
  if (isEnd && bus.plan.watch !== null) watchCompletion(bus, ack);
  const place = bus.plan.places.get(wire);
  const copy = place === undefined ? undefined : findByCall(bus, place.group, ack.call);
  if (isEnd && place !== undefined) handBack(bus, place, ack.call, copy);
  const walk = copy === undefined ? undefined : walkOf(bus, copy);
  if (copy !== undefined) settle(bus, copy, ack);
  else if (isEnd && bus.plan.isAcknowledged && bus.plan.settings.ackOn === 'completion') {
    bus.context.record(fact['ack-late'], ack.event);
  }
  if (walk !== undefined) {
    if (ack.outcome !== 'done' && ack.outcome !== 'accepted') walk.failed = true;
    goOn(bus, walk);
  }
}

/** The walk that waited for a call makes its next one. */
function goOn(bus: Bus, walk: Walk): void {
  walk.call = 0;
  walk.position += 1;
  advance(bus, walk);
}

/** The walk that waits for a copy in flight. */
function walkOf({ state }: Bus, copy: Copy): Walk | undefined {
  if (copy.walk === 0) return undefined;
  const walk = state.walks[placeOfWalk(state.walks, copy.walk)];
  return walk?.call === copy.call ? walk : undefined;
}

function findByCall(bus: Bus, group: number, call: number): Copy | undefined {
  const inFlight = bus.state.groups[group]?.inFlight;
  return inFlight?.[placeOfCall(inFlight, call)];
}

function findByTimer(bus: Bus, timer: number): Copy | undefined {
  for (const { inFlight } of bus.state.groups) {
    const place = placeOfKey(inFlight, timer, timerOf);
    if (place >= 0) return inFlight[place];
  }
  return undefined;
}

/** Calls and their time-outs begin together, so both rise along the copies in flight. */
const timerOf = (copy: Copy) => copy.timer;

/** A receiver went away or came back; copies that were put aside for it go on. */
function setConnection(bus: Bus, wire: number, isOpen: boolean): void {
  const { plan, state } = bus;
  state.closedWires = state.closedWires.filter((other) => other !== wire);
  const place = plan.places.get(wire);
  if (!isOpen) {
    state.closedWires.push(wire);
    if (place !== undefined) connectionsChanged(bus, place.group);
    return;
  }
  const group = place === undefined ? undefined : state.groups[place.group];
  if (place === undefined || group === undefined) return;
  connectionsChanged(bus, place.group);
  for (const copy of takeAside(bus, group).toReversed()) plan.policy.requeue(bus, copy);
}

function connectionsChanged(bus: Bus, group: number): void {
  rebalance(bus, group);
  touch(bus, group);
}

/** An ack time-out or the end of a redelivery delay. */
export function timedOut(bus: Bus, timer: number): void {
  const group = bus.state.redeliveries[timer];
  if (group !== undefined) {
    delete bus.state.redeliveries[timer];
    redeliver(bus, group, timer);
    return;
  }
  const late = findByTimer(bus, timer);
  if (late === undefined) return;
  const walk = walkOf(bus, late);
  late.timer = 0;
  leaveFlight(bus, late);
  tryAgain(bus, late, 'no ack');
  if (walk !== undefined) goOn(bus, walk);
}

function redeliver(bus: Bus, group: number, timer: number): void {
  const retrying = bus.state.groups[group]?.retrying ?? [];
  const index = retrying.findIndex((copy) => copy.timer === timer);
  const [copy] = index < 0 ? [] : retrying.splice(index, 1);
  if (copy === undefined) return;
  bus.state.retrying -= 1;
  copy.timer = 0;
  moveCopy(copy, 'requeue');
  bus.plan.policy.requeue(bus, copy, bus.plan.settings.requeueTo);
}

/**
 * The bus goes down. What an acknowledged bus holds is on disk and comes back with it, everything else is
 * lost; whoever waits for an answer learns that the connection closed.
 */
export function crash(bus: Bus): void {
  const { plan, state } = bus;
  for (const walk of state.walks.splice(0)) {
    if (walk.caller === null) releaseKey(bus, walk.event.subject);
    if (walk.caller !== null) answerCaller(bus, walk.caller, 'lost');
    for (const copy of walk.copies.slice(walk.position + (walk.call === 0 ? 0 : 1))) forget(bus, copy);
  }
  for (const caller of itemsOf(state.door)) {
    state.refused += 1;
    bus.context.record(fact.lost, caller.event, 'bus crashed');
    answerCaller(bus, caller, 'lost');
  }
  state.door = createFifo();
  state.redeliveries = {};
  for (const group of state.groups) {
    for (const copy of [...group.inFlight, ...group.retrying]) recoverLater(bus, copy);
    state.retrying -= group.retrying.length;
    group.retrying = [];
    if (!plan.isAcknowledged) for (const copy of forgetAll(bus, group)) loseInCrash(bus, copy);
  }
  if (!plan.isAcknowledged) {
    for (const item of takeAll(bus, state.shared)) for (const copy of item.copies) loseInCrash(bus, copy);
  }
  if (!plan.isAcknowledged) {
    loseParked(bus);
    state.retained = createFifo();
    state.recent = createRecent();
  }
  state.paused = false;
  state.down = true;
}

/** A copy that a broken-off walk had not called yet. */
function forget(bus: Bus, copy: Copy): void {
  if (bus.plan.isAcknowledged) bus.plan.policy.requeue(bus, copy, 'new');
  else loseInCrash(bus, copy);
}

/** Everything that waits for one group, out of its queue. */
function forgetAll(bus: Bus, group: GroupState): readonly Copy[] {
  return [...takeAll(bus, group.queue), ...takeAside(bus, group)];
}

function takeAside(bus: Bus, group: GroupState): readonly Copy[] {
  const { aside } = group;
  group.aside = [];
  bus.state.waiting -= aside.length;
  return aside;
}

function loseInCrash(bus: Bus, copy: Copy): void {
  end(bus, copy, 'lose', 'lost', 'bus crashed');
}

function recoverLater(bus: Bus, copy: Copy): void {
  const wasInFlight = copy.call !== 0;
  leaveFlight(bus, copy);
  if (!bus.plan.isAcknowledged) {
    loseInCrash(bus, copy);
    return;
  }
  if (wasInFlight && copy.attempt >= bus.plan.settings.maxAttempts) {
    giveUp(bus, copy, 'bus crashed');
    return;
  }
  if (wasInFlight) countAttempt(bus, copy);
  moveCopy(copy, 'requeue');
  // In the order in which they came, whatever the setting for what a handler sends back.
  bus.plan.policy.requeue(bus, copy, 'old');
}
