import { wiresFor } from '#engine/expression/WireFilters';
import { fact, type FactNumber } from '#engine/model/facts';
import { measure } from '#engine/model/measures';
import { emptyStack, type AckMessage, type CallStack, type FlowEvent } from '#engine/model/messages';
import { assert } from '#engine/kernel/assert';
import { placeOfKey, removeAt } from '#engine/kernel/sortedList';
import type { Bus, Copy, GroupState, Ledger, Wanted } from './BusState';
import { firstCopyState, moveCopy } from './copyLifecycle';
import { leaveInHand, takeInHand } from './hands';
import { hold, release } from './holds';
import { isGroupFull } from './members';
import { partitionOf } from './partitionOf';
import { watchDelivery } from './protocols/watch';
import { touch } from './touch';

export function groupOf(bus: Bus, copy: Copy): GroupState {
  const group = bus.state.groups[copy.group];
  assert(group !== undefined, 'A copy belongs to a group of its bus.');
  return group;
}

/** Makes the copy for one group and enters it in the ledger. */
export function createCopy(bus: Bus, event: FlowEvent, group: number, wanted: Wanted = null): Copy {
  const { context, plan } = bus;
  const copy: Copy = {
    event,
    rank: 0,
    priority:
      plan.priorityBy === null ? (plan.priorities[event.type] ?? 0) : plan.priorityBy.levelOf(bus, event),
    visibleUs: context.now,
    group,
    wanted,
    partition: plan.partitions === 1 ? 0 : partitionOf(event, plan.partitions),
    state: firstCopyState,
    attempt: 1,
    queuedUs: context.now,
    isHeld: false,
    inHand: false,
    call: 0,
    wire: -1,
    timer: 0,
    walk: 0,
  };
  groupOf(bus, copy).ledger.accepted += 1;
  return copy;
}

/**
 * The member of the copy's group that gets it, chosen by the balancing of the bus among those that want it, are
 * connected and (if `needsRoom`) can take one more. Undefined when there is none now.
 */
export function chooseMember(bus: Bus, copy: Copy, needsRoom: boolean): number | undefined {
  if (needsRoom && isGroupFull(bus, copy.group)) return undefined;
  const index = bus.plan.balancing.choose(bus, copy, needsRoom);
  return index < 0 ? undefined : index;
}

/** Keeps count of what a consumer has not acknowledged, where a prefetch limits it. */
function countUnacked({ plan, state }: Bus, copy: Copy, by: 1 | -1): void {
  if (plan.prefetch === 0) return;
  const place = plan.places.get(copy.wire);
  const counts = place === undefined ? undefined : state.unacked[place.group];
  if (place !== undefined && counts !== undefined) counts[place.member] = (counts[place.member] ?? 0) + by;
}

/** Hands a copy to a member; the copy is in flight until its call is answered. */
export function dispatch(bus: Bus, copy: Copy, memberIndex: number, stack: CallStack, inline: boolean): void {
  const { context, plan, state } = bus;
  const member = plan.groups[copy.group]?.members[memberIndex];
  assert(member !== undefined, 'A copy goes to a member of its group.');
  moveCopy(copy, 'dispatch');
  copy.call = context.newCall();
  copy.wire = member.wire.index;
  context.observe(measure.wait, context.now - copy.queuedUs);
  takeInHand(bus, copy, memberIndex);
  countUnacked(bus, copy, 1);
  groupOf(bus, copy).inFlight.push(copy);
  state.inFlight += 1;
  if (plan.holds) hold(bus, copy);
  if (plan.watch !== null) watchDelivery(bus, copy.group, copy.event);
  context.deliver(copy.wire, copy.event, copy.call, stack, copy.attempt, inline);
  if (plan.isAcknowledged && plan.settings.ackTimeoutMs > 0) {
    const timeoutUs = Math.round(plan.settings.ackTimeoutMs * 1000);
    copy.timer = context.schedule('timer', timeoutUs, 'ack time-out', copy.event);
  }
}

/** Settles a copy in flight by the answer to its call, in the books and by the guarantee. */
export function settle(bus: Bus, copy: Copy, { outcome, value }: AckMessage): void {
  const { plan } = bus;
  if (outcome === 'vanished' && plan.isAcknowledged) return; // Nobody told the bus; the ack time-out will.
  if (outcome === 'accepted' && plan.isAcknowledged && plan.settings.ackOn === 'completion') return;
  leaveFlight(bus, copy);
  if (outcome === 'done' || outcome === 'accepted') end(bus, copy, 'acknowledge', 'delivered');
  else if (plan.isAcknowledged) tryAgain(bus, copy, outcome);
  else if (outcome === 'failed') end(bus, copy, 'acknowledge', 'delivered');
  else if (outcome === 'refused') end(bus, copy, 'drop', 'dropped', 'refused by the handler');
  else if (outcome === 'lost') end(bus, copy, 'lose', 'lost', 'connection closed');
  else if (value !== null) end(bus, copy, 'acknowledge', 'delivered');
  else book(bus, copy, 'lose', 'lost'); // The loss itself was recorded on the wire.
}

/** The place among copies in flight of the one with an open call, or −1. Mostly it is the first. */
export function placeOfCall(inFlight: readonly Copy[], call: number): number {
  return inFlight[0]?.call === call ? 0 : placeOfKey(inFlight, call, callOf);
}

const callOf = (copy: Copy) => copy.call;

/** Takes a copy out of flight and forgets its call and time-out. */
export function leaveFlight(bus: Bus, copy: Copy): void {
  countUnacked(bus, copy, -1);
  leaveInHand(bus, copy);
  const { inFlight } = groupOf(bus, copy);
  const place = placeOfCall(inFlight, copy.call);
  if (place >= 0) {
    removeAt(inFlight, place);
    bus.state.inFlight -= 1;
  }
  touch(bus, copy.group); // A prefetch may have room again.
  if (copy.timer !== 0) bus.context.cancel(copy.timer);
  copy.timer = 0;
  copy.call = 0;
  copy.wire = -1;
}

/** A failed attempt under at least once: again, after a while, or to the dead letters. */
export function tryAgain(bus: Bus, copy: Copy, reason: string): void {
  const { context, plan } = bus;
  if (copy.attempt >= plan.settings.maxAttempts) {
    giveUp(bus, copy, `${reason} after ${copy.attempt} attempts`);
    return;
  }
  countAttempt(bus, copy);
  const delayUs = plan.redeliveryUs[copy.attempt - 1] ?? 0;
  if (delayUs === 0) {
    moveCopy(copy, 'requeue');
    plan.policy.requeue(bus, copy, plan.settings.requeueTo);
  } else {
    moveCopy(copy, 'wait');
    copy.timer = context.schedule('timer', delayUs, 'redelivery', copy.event);
    groupOf(bus, copy).retrying.push(copy);
    bus.state.retrying += 1;
    bus.state.redeliveries[copy.timer] = copy.group;
  }
}

/** The copy will be handed out once more. */
export function countAttempt(bus: Bus, copy: Copy): void {
  copy.attempt += 1;
  bus.context.record(fact.redelivered, copy.event, `${copy.attempt} of ${bus.plan.settings.maxAttempts}`);
}

/** Sends a copy to the dead letters, or drops it when no wire leads there. */
export function giveUp(bus: Bus, copy: Copy, reason: string): void {
  const { context, plan } = bus;
  const wires = wiresFor(plan.filters, plan.deadLetterWires, copy.event, context);
  if (wires.length === 0) {
    end(bus, copy, 'drop', 'dropped', reason);
    return;
  }
  for (const wire of wires) {
    context.publish(wire.index, copy.event, 0, emptyStack, reason);
  }
  end(bus, copy, 'deadLetter', 'deadLettered', reason);
}

const factOf = {
  delivered: fact.delivered,
  dropped: fact.dropped,
  expired: fact.expired,
  deadLettered: fact['dead-lettered'],
  lost: fact.lost,
} as const satisfies Record<Exclude<keyof Ledger, 'accepted'>, FactNumber>;

/** The end of a copy: one letter of its lifecycle, one line in the ledger, one fact in the log. */
export function end(
  bus: Bus,
  copy: Copy,
  letter: string,
  fate: Exclude<keyof Ledger, 'accepted'>,
  detail = '',
): void {
  book(bus, copy, letter, fate);
  bus.context.record(factOf[fate], copy.event, detail);
}

function book(bus: Bus, copy: Copy, letter: string, fate: Exclude<keyof Ledger, 'accepted'>): void {
  moveCopy(copy, letter);
  if (copy.isHeld) release(bus, copy);
  groupOf(bus, copy).ledger[fate] += 1;
}
