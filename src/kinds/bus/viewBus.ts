import { firstItems, first, itemsOf, lengthOf } from '#engine/kernel/Fifo';
import { longestViewList, tokenOf } from '#engine/model/tokens';
import type { BusPlan, BusState, Copy, GroupState } from './BusState';
import type { BusView, QueueView } from './BusView';

/** What the face of a bus shows. */
export function viewBus(state: BusState, plan: BusPlan): BusView {
  return {
    queues: plan.policy.holdsCaller ? [] : viewQueues(state, plan),
    door: firstItems(state.door, longestViewList).map((caller) => tokenOf(caller.event)),
    doorCount: lengthOf(state.door),
    doorSinceUs: first(state.door)?.sinceUs ?? null,
    openCalls: openCalls(state)
      .slice(0, longestViewList)
      .map((walk) => ({
        token: tokenOf(walk.event),
        sinceUs: walk.sinceUs,
        wire: walk.copies[walk.position]?.wire ?? -1,
      })),
    openCallCount: openCalls(state).length,
    kept: state.kept.slice(-longestViewList).map(tokenOf),
    keptCount: state.kept.length,
    accepted: state.accepted,
    refused: state.refused,
    unrouted: state.unrouted,
  };
}

function openCalls(state: BusState): BusState['walks'] {
  return state.walks.filter((walk) => walk.caller !== null);
}

function viewQueues(state: BusState, plan: BusPlan): QueueView[] {
  if (plan.settings.dispatch === 'loop') return [viewShared(state, plan)];
  return plan.groups.map((group, index) => {
    const own = state.groups[index];
    const base = viewGroups(own === undefined ? [] : [own]);
    return {
      ...base,
      group: group.name.startsWith(':') ? group.name.slice(1) : group.name,
      wires: group.members.map((member) => member.wire.index),
      waiting:
        own === undefined ? [] : firstItems(own.waiting, longestViewList).map((copy) => tokenOf(copy.event)),
      waitingCount: own === undefined ? 0 : lengthOf(own.waiting),
    };
  });
}

function viewShared(state: BusState, plan: BusPlan): QueueView {
  return {
    ...viewGroups(state.groups),
    group: '',
    wires: plan.groups.flatMap((group) => group.members.map((member) => member.wire.index)),
    waiting: firstItems(state.shared, longestViewList).map((item) => tokenOf(item.event)),
    waitingCount: lengthOf(state.shared),
  };
}

function viewGroups(
  groups: readonly GroupState[],
): Omit<QueueView, 'group' | 'wires' | 'waiting' | 'waitingCount'> {
  const inFlight = groups.flatMap((group) => group.inFlight);
  const sum = (count: (group: GroupState) => number): number =>
    groups.reduce((total, group) => total + count(group), 0);
  return {
    unacked: inFlight.slice(0, longestViewList).map((copy) => tokenOf(copy.event)),
    unackedCount: inFlight.length,
    retryingCount: sum((group) => group.retrying.length),
    accepted: sum((group) => group.ledger.accepted),
    delivered: sum((group) => group.ledger.delivered),
    expired: sum((group) => group.ledger.expired),
    lost: sum((group) => group.ledger.lost),
    dropped: sum((group) => group.ledger.dropped),
    deadLettered: sum((group) => group.ledger.deadLettered),
  };
}

/** Every copy for a group that is still somewhere in the bus: what a ledger must add up to, counted one by one. */
export function copiesWithin(state: BusState, group: number): readonly Copy[] {
  const own = state.groups[group];
  if (own === undefined) return [];
  const inLoop = itemsOf(state.shared).flatMap((item) => item.copies);
  const ahead = state.walks.flatMap((walk) => walk.copies.slice(walk.position + (walk.call === 0 ? 0 : 1)));
  return [
    ...itemsOf(own.waiting),
    ...own.inFlight,
    ...own.retrying,
    ...[...inLoop, ...ahead].filter((copy) => copy.group === group),
  ];
}
