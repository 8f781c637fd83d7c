import { pushLast, itemsOf } from '#engine/kernel/Fifo';
import type { Plain, PlainJob, PlainQueueState, PlainStation } from '#engine/model/PlainStation';
import type { Settings } from '#engine/model/fields';
import { isUsual } from '#engine/model/isUsual';
import { busFields } from './busFields';
import type { BusPlan, BusState, Copy, GroupState } from './BusState';
import { copyLifecycle } from './copyLifecycle';
import { initialBusState } from './planBus';

/** Settings that the words of the core have room for; all others are as usual. */
const told = ['groups', 'dialect'];

const queued = copyLifecycle.states.indexOf('queued');
const inFlight = copyLifecycle.states.indexOf('inFlight');

function describe(plan: BusPlan, settings: Settings): PlainStation | null {
  const isPlain =
    isUsual(settings, busFields, told) &&
    plan.filters === null &&
    plan.watch === null &&
    plan.groups.every(({ members }) => members.every(({ subscribeAtUs }) => subscribeAtUs === 0));
  if (!isPlain) return null;
  return {
    role: 'queue',
    states: ['idle', 'holding', 'dispatching'],
    routes: plan.routes,
    groups: plan.groups.map(({ members }) => ({
      members: members.map(({ wire, room, wants }) => ({ wire: wire.index, room, wants })),
    })),
  };
}

function read(state: BusState): PlainQueueState {
  return {
    accepted: state.accepted,
    unrouted: state.unrouted,
    groups: state.groups.map((group, index) => ({
      highestRank: group.queue.lines[0]?.highestRank ?? 0,
      nextMember: group.nextMember,
      accepted: group.ledger.accepted,
      delivered: group.ledger.delivered,
      outstanding: state.outstanding[index] ?? [],
      waiting: itemsOf(group.queue.lines[0]?.lane ?? { items: [], head: 0 }),
      inFlight: group.inFlight,
    })),
  };
}

function write(plan: BusPlan, plain: PlainQueueState, lastStepUs: number): BusState {
  const state = initialBusState(plan);
  state.accepted = plain.accepted;
  state.unrouted = plain.unrouted;
  state.nowUs = lastStepUs;
  plain.groups.forEach((from, index) => {
    const group = state.groups[index];
    if (group === undefined) return;
    state.outstanding[index] = [...from.outstanding];
    fillGroup(group, from, index, plan);
    state.waiting += from.waiting.length;
    state.inFlight += from.inFlight.length;
  });
  return state;
}

function fillGroup(
  group: GroupState,
  from: PlainQueueState['groups'][number],
  index: number,
  plan: BusPlan,
): void {
  group.nextMember = from.nextMember;
  group.ledger.accepted = from.accepted;
  group.ledger.delivered = from.delivered;
  group.inFlight = from.inFlight.map((job) => copyOf(job, index, plan, inFlight));
  group.queue.waiting = from.waiting.length;
  const [line] = group.queue.lines;
  if (line === undefined) return;
  line.count = from.waiting.length;
  line.highestRank = from.highestRank;
  for (const job of from.waiting) pushLast(line.lane, copyOf(job, index, plan, queued));
}

function copyOf(
  { event, rank, queuedUs, call, wire }: PlainJob,
  group: number,
  plan: BusPlan,
  state: number,
): Copy {
  return {
    event,
    rank,
    priority: plan.priorities[event.type] ?? 0,
    visibleUs: queuedUs,
    group,
    wanted: null,
    partition: 0,
    state,
    attempt: 1,
    queuedUs,
    isHeld: false,
    inHand: state === inFlight,
    call,
    wire,
    timer: 0,
    walk: 0,
  };
}

/** How the core runs a bus with a queue for each group, which hands everything out once and in order. */
export const plainBus: Plain<BusState, BusPlan> = {
  describe,
  read,
  write: (plan, plain, lastStepUs) => write(plan, plain as PlainQueueState, lastStepUs), // It is what `read` gave.
};
