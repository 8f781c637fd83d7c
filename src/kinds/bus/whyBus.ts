import { itemsOf, lengthOf } from '#engine/kernel/Fifo';
import type { FlowEvent } from '#engine/model/messages';
import { waitOf, type Moment, type Wait } from '#engine/model/waits';
import { busHoldings } from './busHoldings';
import type { BusPlan, BusState, Copy, GroupState, Walk } from './BusState';
import { listDelayed } from './DelayHeap';
import type { Line, Waiting } from './Line';
import { canTake, isGroupFull, membersOf } from './members';
import type { Queue } from './Queue';

/** What of a bus its reasons are read from. */
interface Books {
  readonly state: BusState;
  readonly plan: BusPlan;
}

/** Why a bus does not pass on what it has, or has nothing. */
export function busWaits(state: BusState, plan: BusPlan, moment: Moment): readonly Wait[] {
  const bus = { state, plan };
  const count = state.waiting + lengthOf(state.door);
  if (state.down) return [waitOf('down', { count })];
  if (state.paused) return [waitOf('paused', { count })];
  const full = fullest(bus);
  const reason = moving(bus, full, moment);
  if (full !== null) {
    return [waitOf('full', { count: full.waiting, of: plan.capacity }), ...reason];
  }
  return reason.length > 0 ? reason : [waitOf('nothingToDo', { isIdle: true })];
}

/** What keeps the queue asked about, or any, from moving on. */
function moving(bus: Books, queue: Queue<Waiting> | null, moment: Moment): readonly Wait[] {
  const { state } = bus;
  const [walk] = state.walks;
  if (walk !== undefined) return [walkWait(bus, walk)];
  const groups = state.groups.filter((group) => queue === null || group.queue === queue);
  const [stuck] = groups.flatMap((group) => headWait(bus, group, moment) ?? []);
  if (stuck !== undefined) return [stuck];
  const [flying] = groups.flatMap(({ inFlight }) => inFlight);
  if (flying !== undefined) return [awaitsAck(bus, flying, moment)];
  const [parked] = parkedIn(state);
  if (parked !== undefined) return [parkedWait(bus, parked.event)];
  const [kept] = state.kept;
  return kept === undefined ? [] : [waitOf('kept', { event: kept, count: state.kept.length })];
}

const parkedIn = ({ parking }: BusState) => Object.values(parking.lanes).flat();

/** It would break a protocol if it came now. */
function parkedWait({ state }: Books, event: FlowEvent): Wait {
  return waitOf('parked', { event, count: state.parking.count });
}

/** The queue at its capacity in which most wait; null when none is. */
function fullest({ state, plan }: Books): Queue<Waiting> | null {
  const queues: readonly Queue<Waiting>[] = plan.isLoop
    ? [state.shared]
    : state.groups.map(({ queue }) => queue);
  return (
    queues.filter(({ waiting }) => waiting >= plan.capacity).toSorted((a, b) => b.waiting - a.waiting)[0] ??
    null
  );
}

/** Whom a dispatcher, or a caller's thread, has called. */
function walkWait(bus: Books, walk: Walk): Wait {
  const copy = walk.copies[walk.position];
  return waitOf('calls', { on: copy === undefined ? [] : targetsOf(bus, copy), event: walk.event });
}

function awaitsAck(bus: Books, copy: Copy, moment: Moment): Wait {
  const untilUs = copy.timer === 0 ? null : moment.dueUs(copy.timer);
  return waitOf('awaitsAck', { on: targetsOf(bus, copy), event: copy.event, untilUs, count: copy.attempt });
}

function targetsOf({ plan }: Books, { wire }: Copy): readonly number[] {
  const place = plan.places.get(wire);
  const member = place === undefined ? undefined : plan.groups[place.group]?.members[place.member];
  return member === undefined ? [] : [member.wire.target];
}

/** Why the first in line for a group does not go; null when nobody waits for anything there. */
function headWait(bus: Books, group: GroupState, moment: Moment): Wait | null {
  const { plan } = bus;
  for (const line of group.queue.lines) {
    const [head] = plan.order.list(line, 1, moment.nowUs, plan.ageAfterUs);
    if (head !== undefined) return copyWait(bus, group, line, head);
  }
  const [aside] = group.aside;
  if (aside !== undefined) return noMember(bus, aside);
  const retrying = group.retrying.toSorted((a, b) => dueUs(a, moment) - dueUs(b, moment))[0];
  const delayed = listDelayed(group.queue.delayed)[0];
  if (retrying !== undefined && dueUs(retrying, moment) <= (delayed?.visibleUs ?? Infinity)) {
    return retryWait(bus, retrying, moment);
  }
  return delayed === undefined ? null : delayWait(delayed, group.queue.waiting);
}

const dueUs = (copy: Copy, moment: Moment) => moment.dueUs(copy.timer) ?? Infinity;

function retryWait({ plan }: Books, copy: Copy, moment: Moment): Wait {
  const of = plan.settings.maxAttempts;
  return waitOf('redeliveredAt', {
    event: copy.event,
    untilUs: moment.dueUs(copy.timer),
    count: copy.attempt,
    of,
  });
}

function delayWait({ event, visibleUs }: Waiting, count: number): Wait {
  return waitOf('delayedUntil', { event, untilUs: visibleUs, count });
}

/** Why a copy whose turn it is does not go out. */
function copyWait(bus: Books, group: GroupState, line: Line<Copy>, copy: Copy): Wait {
  const { plan } = bus;
  const { event } = copy;
  const count = group.queue.waiting;
  const on = [...new Set(group.inFlight.flatMap((other) => targetsOf(bus, other)))];
  if (isGroupFull(bus, copy.group)) {
    return waitOf('groupLimit', { on, event, count: plan.groupPrefetch, of: plan.groupPrefetch });
  }
  if (plan.partitions > 1 && line.held > 0) return waitOf('partitionTaken', { on, event, count });
  const lane = plan.order.keepsKeys ? line.keyed[`:${event.subject}`] : undefined;
  if (lane !== undefined && lane.held > 0)
    return waitOf('keyTaken', { on: takenBy(bus, group, event), event });
  const members = membersOf(bus, copy);
  const able = members.filter((_, index) => canTake(bus, copy, index, false));
  if (able.length === 0) return noMember(bus, copy);
  return waitOf('noRoom', { on: able.map(({ wire }) => wire.target), event, count });
}

function takenBy(bus: Books, group: GroupState, { subject }: FlowEvent): readonly number[] {
  const same = group.inFlight.filter((other) => other.event.subject === subject);
  return [...new Set(same.flatMap((other) => targetsOf(bus, other)))];
}

/** Nobody is there who wants it: gone, or not subscribed yet. */
function noMember(bus: Books, copy: Copy): Wait {
  const members = membersOf(bus, copy).filter((member) => member.wants[copy.event.type] === true);
  const on = [...new Set(members.map(({ wire }) => wire.target))];
  return waitOf('noMember', { on, event: copy.event });
}

/** Why an event has not left the bus, for the copy of it that has the most to wait for. */
export function busWaitsOf(state: BusState, plan: BusPlan, moment: Moment, event: number): readonly Wait[] {
  const bus = { state, plan };
  if (busHoldings(state, event).length === 0) return [];
  const door = itemsOf(state.door).findIndex((caller) => caller.event.number === event);
  if (door >= 0) {
    const caller = itemsOf(state.door)[door];
    return [waitOf('atTheDoor', { event: caller?.event, count: door + 1 }), ...busWaits(state, plan, moment)];
  }
  const parked = parkedIn(state).find((caller) => caller.event.number === event);
  if (parked !== undefined) return [parkedWait(bus, parked.event)];
  const queued = queuedWaits(bus, event, moment);
  if (queued !== null) return queued;
  const walk = state.walks.find((one) => one.event.number === event);
  if (walk !== undefined) return [walkWait(bus, walk)];
  for (const group of state.groups) {
    const retrying = group.retrying.find((copy) => copy.event.number === event);
    if (retrying !== undefined) return [retryWait(bus, retrying, moment)];
  }
  for (const group of state.groups) {
    const flying = group.inFlight.find((copy) => copy.event.number === event);
    if (flying !== undefined) return [awaitsAck(bus, flying, moment)];
  }
  const kept = state.kept.find(({ number }) => number === event);
  return kept === undefined ? [] : [waitOf('kept', { event: kept, count: state.kept.length })];
}

/** For a copy that waits in a queue; null when none does. */
function queuedWaits(bus: Books, event: number, moment: Moment): readonly Wait[] | null {
  const { state, plan } = bus;
  const isPaused = state.paused || state.down;
  const all: readonly { readonly queue: Queue<Waiting>; readonly group: GroupState | null }[] = [
    { queue: state.shared, group: null },
    ...state.groups.map((group) => ({ queue: group.queue as Queue<Waiting>, group })),
  ];
  for (const { queue, group } of all) {
    const delayed = queue.delayed.items.find((item) => item.event.number === event);
    if (delayed !== undefined) return [delayWait(delayed, queue.waiting)];
    for (const line of queue.lines) {
      const items = plan.order.list(line, line.count, moment.nowUs, plan.ageAfterUs);
      const place = items.findIndex((item) => item.event.number === event);
      if (place < 0) continue;
      const inLine = waitOf('inLine', { event: items[place]?.event, count: place + 1, of: queue.waiting });
      if (isPaused || group === null) return [inLine, ...busWaits(state, plan, moment)];
      const [head] = plan.order.list(line as Line<Copy>, 1, moment.nowUs, plan.ageAfterUs);
      return head === undefined ? [inLine] : [inLine, copyWait(bus, group, line as Line<Copy>, head)];
    }
    const aside = group?.aside.find((copy) => copy.event.number === event);
    if (aside !== undefined) return [noMember(bus, aside)];
  }
  return null;
}
