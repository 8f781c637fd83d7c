import { itemsOf, lengthOf, pushLast, takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Bus, Copy } from './BusState';
import { createCopy } from './copies';
import { moveCopy } from './copyLifecycle';
import { rebalance } from './partitions';
import { touch } from './touch';
import { isWantedBy } from './routeOf';

/** Most events that `retention: all` keeps; beyond, the oldest are forgotten, which is recorded. */
const mostRetained = 10_000;

/** How many events a bus keeps by these settings, whoever got them. */
export function retainedAtMost(settings: {
  readonly retention: 'none' | 'last' | 'all';
  readonly retainCount: number;
}): number {
  if (settings.retention === 'all') return mostRetained;
  return settings.retention === 'last' ? settings.retainCount : 0;
}

/** Keeps an accepted event for those who subscribe later. */
export function retain(bus: Bus, event: FlowEvent): void {
  const { retained } = bus.state;
  pushLast(retained, event);
  if (lengthOf(retained) <= bus.plan.retainedAtMost) return;
  const oldest = takeFirst(retained);
  if (bus.plan.settings.retention === 'all') bus.context.record(fact.forgotten, oldest ?? null);
}

/** Sets an alarm for every subscriber that comes later than the run begins. */
export function awaitSubscribers(bus: Bus): void {
  const { context, plan, state } = bus;
  for (const group of plan.groups) {
    for (const { wire, subscribeAtUs } of group.members) {
      if (subscribeAtUs === 0) continue;
      state.absentWires.push(wire.index);
      const timer = context.schedule('timer', subscribeAtUs, 'subscribe', null);
      state.subscriptions.push({ wire: wire.index, timer });
    }
  }
}

/**
 * A subscriber comes late. The first of its group may ask for what is retained, which then stands in the queue before
 * all that is new; whoever joins a group that is there already goes on where the group is.
 */
export function subscribe(bus: Bus, timer: number): boolean {
  const { context, plan, state } = bus;
  const index = state.subscriptions.findIndex((one) => one.timer === timer);
  const [subscription] = index < 0 ? [] : state.subscriptions.splice(index, 1);
  if (subscription === undefined) return false;
  const { wire } = subscription;
  const place = plan.places.get(wire);
  const members = place === undefined ? [] : (plan.groups[place.group]?.members ?? []);
  const isFirst = members.every((member) => state.absentWires.includes(member.wire.index));
  state.absentWires = state.absentWires.filter((other) => other !== wire);
  if (place !== undefined) {
    rebalance(bus, place.group);
    touch(bus, place.group);
  }
  const member = place === undefined ? undefined : members[place.member];
  if (place === undefined || member === undefined) return true;
  const isThere = plan.isAcknowledged || !state.closedWires.includes(wire);
  const wanted =
    isFirst && isThere && member.fromBeginning
      ? itemsOf(state.retained).filter((event) => isWantedBy(bus, member, event))
      : [];
  context.record(fact.subscribed, null, `${member.wire.id}, ${wanted.length} retained`);
  for (const event of wanted) replay(bus, event, place.group);
  return true;
}

/** Capacity does not count here: what is replayed is read from what the bus keeps, not taken in anew. */
function replay(bus: Bus, event: FlowEvent, group: number): void {
  const copy: Copy = createCopy(bus, event, group);
  moveCopy(copy, 'enqueue');
  bus.plan.policy.requeue(bus, copy, 'new');
}
