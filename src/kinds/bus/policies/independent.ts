import { emptyStack } from '#engine/model/messages';
import { first, lengthOf, pushFirst, takeFirst, takeFirstWhere } from '#engine/kernel/Fifo';
import type { Bus, Copy, DeliveryPolicy, GroupState } from '../BusState';
import { callerOf, letIn, publishAsync } from '../acceptance';
import { chooseMember, dispatch, groupOf } from '../copies';

/** A queue per group, as brokers do: no group waits for another. */
export const independent: DeliveryPolicy = {
  id: 'independent',
  holdsCaller: false,
  publish(bus, message) {
    publishAsync(bus, callerOf(bus, message));
  },
  pump(bus) {
    if (!bus.state.paused && !bus.state.down) for (const group of bus.state.groups) drainGroup(bus, group);
    // Room made by a dispatch may let a caller in, whose event may be dispatched in turn.
    const waiting = lengthOf(bus.state.door);
    letIn(bus);
    if (lengthOf(bus.state.door) < waiting) independent.pump(bus);
  },
  requeue(bus, copy) {
    pushFirst(groupOf(bus, copy).waiting, copy);
  },
  waitingCount(bus, group) {
    const state = bus.state.groups[group];
    return state === undefined ? 0 : lengthOf(state.waiting);
  },
};

function drainGroup(bus: Bus, group: GroupState): void {
  for (;;) {
    const candidate = nextCandidate(bus, group);
    if (candidate === undefined) return;
    const member = chooseMember(bus, candidate, true);
    if (member === undefined) return;
    if (bus.plan.settings.order === 'fifo') takeFirst(group.waiting);
    else takeFirstWhere(group.waiting, (copy) => copy === candidate);
    dispatch(bus, candidate, member, emptyStack, false);
  }
}

/** The copy whose turn it is: the first, or per key the first whose key is not under way. */
function nextCandidate(bus: Bus, group: GroupState): Copy | undefined {
  if (bus.plan.settings.order === 'fifo') return first(group.waiting);
  const busy = new Set([...group.inFlight, ...group.retrying].map((copy) => copy.event.subject));
  const { items, head } = group.waiting;
  for (let index = head; index < items.length; index += 1) {
    const copy = items[index];
    if (copy !== undefined && !busy.has(copy.event.subject)) return copy;
  }
  return undefined;
}
