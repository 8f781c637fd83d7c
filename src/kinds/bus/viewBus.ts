import { firstItems, first, lengthOf } from '#engine/kernel/Fifo';
import type { Token } from '#engine/model/NodeKind';
import { longestViewList, tokenOf } from '#engine/model/tokens';
import type { BusPlan, BusState, Copy, Group, GroupState, Member } from './BusState';
import type { BusView, PartitionView, QueueView } from './BusView';
import { listDelayed } from './DelayHeap';
import type { Line, Waiting } from './Line';
import { groupLabel } from './groupName';
import { preferredFirst } from './preferred';
import { viewMonitors, viewParked } from './protocols/viewMonitors';
import type { Queue } from './Queue';

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
    monitors: viewMonitors(state, plan),
    parked: viewParked(state),
    parkedCount: state.parking.count,
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
  return plan.groups.flatMap((group, index) => {
    const own = state.groups[index];
    return own === undefined ? [] : [viewGroup(group, own, state, plan)];
  });
}

function viewGroup({ name, members }: Group, own: GroupState, state: BusState, plan: BusPlan): QueueView {
  return {
    ...viewGroups([own]),
    ...viewQueue(own.queue, state, plan),
    group: groupLabel(name),
    wires: members.map((member) => member.wire.index),
    partitions: plan.partitions === 1 ? [] : viewPartitions(own, members, state, plan),
    partitionCount: plan.partitions === 1 ? 0 : plan.partitions,
  };
}

function viewPartitions(
  own: GroupState,
  members: readonly Member[],
  state: BusState,
  plan: BusPlan,
): PartitionView[] {
  return own.queue.lines.slice(0, longestViewList).map((line, index) => ({
    index,
    owner: members[own.owners[index] ?? -1]?.wire.index ?? -1,
    waiting: listOf(line, own.queue.preferred, state, plan).map((copy) => tokenOf(copy.event)),
    waitingCount: line.count,
    unacked: own.inFlight
      .filter((copy) => copy.partition === index)
      .slice(0, longestViewList)
      .map((copy) => tokenOf(copy.event)),
  }));
}

function viewShared(state: BusState, plan: BusPlan): QueueView {
  return {
    ...viewGroups(state.groups),
    ...viewQueue(state.shared, state, plan),
    group: '',
    wires: plan.groups.flatMap((group) => group.members.map((member) => member.wire.index)),
    partitions: [],
    partitionCount: 0,
  };
}

function viewQueue<T extends Waiting>(
  queue: Queue<T>,
  state: BusState,
  plan: BusPlan,
): Pick<QueueView, 'waiting' | 'waitingCount' | 'delayedCount'> {
  return {
    waiting: listed(queue, state, plan),
    waitingCount: queue.waiting,
    delayedCount: queue.delayed.items.length,
  };
}

/** What waits in a queue, as it would go; of partitions, which go side by side, in order of arrival. */
function listed<T extends Waiting>(queue: Queue<T>, state: BusState, plan: BusPlan): readonly Token[] {
  const lists = queue.lines.map((line) => listOf(line, queue.preferred, state, plan));
  const [only] = lists;
  const items =
    lists.length === 1 && only !== undefined
      ? only
      : lists
          .flat()
          .toSorted((a, b) => a.event.number - b.event.number)
          .slice(0, longestViewList);
  const delayed = listDelayed(queue.delayed).slice(0, longestViewList - items.length);
  return [...items, ...delayed].map((item) => tokenOf(item.event));
}

function listOf<T extends Waiting>(
  line: Line<T>,
  preferred: number,
  state: BusState,
  plan: BusPlan,
): readonly T[] {
  const count = preferred === 0 ? longestViewList : Infinity;
  const items = plan.order.list(line, count, state.nowUs, plan.ageAfterUs);
  return preferred === 0 ? items : preferredFirst(items, preferred).slice(0, longestViewList);
}

/** Of some groups together: what is under way and what became of the rest. */
function viewGroups(
  groups: readonly GroupState[],
): Omit<QueueView, keyof ReturnType<typeof viewQueue> | 'group' | 'wires' | 'partitions' | 'partitionCount'> {
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
export function copiesWithin(state: BusState, plan: BusPlan, group: number): readonly Copy[] {
  const own = state.groups[group];
  if (own === undefined) return [];
  const inLoop = all(state.shared, plan).flatMap((item) => item.copies);
  const ahead = state.walks.flatMap((walk) => walk.copies.slice(walk.position + (walk.call === 0 ? 0 : 1)));
  return [
    ...all(own.queue, plan),
    ...own.aside,
    ...own.inFlight,
    ...own.retrying,
    ...[...inLoop, ...ahead].filter((copy) => copy.group === group),
  ];
}

function all<T extends Waiting>(queue: Queue<T>, plan: BusPlan): readonly T[] {
  const inLine = queue.lines.flatMap((line) => plan.order.list(line, Infinity, 0, Infinity));
  return [...inLine, ...listDelayed(queue.delayed)];
}
