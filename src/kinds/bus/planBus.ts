import type { NodeSetup, OutWire } from '#engine/model/NodeKind';
import { compileRoute } from '#engine/model/compileRoute';
import type { BusSettings } from './busFields';
import type { BusPlan, BusState, Group, Member } from './BusState';
import { compileFilters } from '#engine/expression/WireFilters';
import { createFifo } from '#engine/kernel/Fifo';
import { hashText } from '#engine/kernel/hashText';
import type { WireSettings } from '#engine/model/wireFields';
import { balancingOf } from './balancing/index';
import { createRecent } from './deduplication';
import { firstOwners } from './partitions';
import { groupName } from './groupName';
import { planQueues } from './planQueues';
import { createMonitor, createParking, planWatch } from './protocols/MonitorState';
import { createQueue } from './Queue';
import { policyOf } from './policies/index';
import { redeliveryTimes } from './redeliveryTimes';
import { retainedAtMost } from './retention';

/** Works out groups and routes from the subscriptions, in the order of the wires. */
export function planBus(setup: NodeSetup): BusPlan {
  const settings = setup.settings as unknown as BusSettings; // The importer checked it against busFields.
  const wanted = compileRoute(setup, settings.dialect, (wire) => wire.port === 'out');
  const groups = groupMembers(
    setup.wires.filter((wire) => wire.port === 'out'),
    settings,
    wanted,
  );
  const places = new Map<number, { group: number; member: number }>();
  groups.forEach((group, groupIndex) => {
    group.members.forEach((member, memberIndex) => {
      places.set(member.wire.index, { group: groupIndex, member: memberIndex });
    });
  });
  return {
    settings,
    policy: policyOf(settings),
    groups,
    routes: setup.eventTypes.map((_, type) =>
      groups.flatMap((group, index) => (group.members.some((member) => member.wants[type]) ? [index] : [])),
    ),
    capacity: settings.capacity === 0 ? Infinity : settings.capacity,
    isAcknowledged: isAcknowledged(settings),
    filters: compileFilters(setup.wires),
    balancing: balancingOf(settings),
    prefetch: prefetchOf(settings),
    groupPrefetch: isPulled(settings) && settings.groupPrefetch > 0 ? settings.groupPrefetch : Infinity,
    redeliveryUs: redeliveryTimes(settings),
    dedupWindowUs: settings.delivery === 'async' ? Math.round(settings.dedupWindowMs * 1000) : 0,
    retainedAtMost: settings.delivery === 'async' ? retainedAtMost(settings) : 0,
    deadLetterWires: setup.wires.filter((wire) => wire.port === 'deadLetter'),
    watch: planWatch(setup.protocols),
    places,
    ...planQueues(setup, settings),
  };
}

function groupMembers(
  wires: readonly OutWire[],
  settings: BusSettings,
  wanted: readonly (readonly OutWire[])[],
): readonly Group[] {
  const groups = new Map<string, OutWire[]>();
  for (const wire of wires) {
    const name = groupName(wire, settings);
    groups.set(name, [...(groups.get(name) ?? []), wire]);
  }
  return [...groups].map(([name, members]) => ({
    name,
    members: members.map((wire) => createMember(wire, settings, wanted)),
  }));
}

function createMember(wire: OutWire, settings: BusSettings, wanted: readonly (readonly OutWire[])[]): Member {
  // The importer checked it against wireFields.
  const { subscribeAtMs, startFrom } = wire.settings as unknown as WireSettings;
  const prefetch = prefetchOf(settings);
  return {
    wire,
    room: prefetch > 0 ? prefetch : wire.targetFacts.admits,
    salt: hashText(wire.id),
    subscribeAtUs: Math.round(subscribeAtMs * 1000),
    fromBeginning: startFrom === 'beginning',
    wants: wanted.map((matching) => matching.includes(wire)),
  };
}

function isAcknowledged(settings: BusSettings): boolean {
  return settings.delivery === 'async' && settings.guarantee === 'atLeastOnce';
}

/** Limits of prefetch need acknowledgements to count, and a queue from which a group is served. */
function isPulled(settings: BusSettings): boolean {
  return isAcknowledged(settings) && settings.dispatch === 'independent';
}

function prefetchOf(settings: BusSettings): number {
  return isPulled(settings) ? settings.prefetch : 0;
}

export function initialBusState(plan: BusPlan): BusState {
  return {
    groups: plan.groups.map((_, group) => ({
      queue: createQueue(group, plan.partitions),
      aside: [],
      owners: firstOwners(plan, group),
      isTouched: false,
      inFlight: [],
      owed: [],
      retrying: [],
      nextMember: 0,
      ledger: { accepted: 0, delivered: 0, dropped: 0, expired: 0, deadLettered: 0, lost: 0 },
    })),
    door: createFifo(),
    shared: createQueue(-1, 1),
    walks: [],
    walkCount: 0,
    kept: [],
    outstanding: plan.groups.map((group) => group.members.map(() => 0)),
    unacked: plan.groups.map((group) => group.members.map(() => 0)),
    closedWires: [],
    absentWires: [],
    subscriptions: [],
    retained: createFifo(),
    recent: createRecent(),
    accepted: 0,
    refused: 0,
    keptOut: plan.watch?.protocols.map(() => 0) ?? [],
    unrouted: 0,
    timed: [],
    alarms: {},
    redeliveries: {},
    touched: [],
    waiting: 0,
    inFlight: 0,
    retrying: 0,
    fullQueues: 0,
    monitors: plan.watch?.protocols.map(createMonitor) ?? [],
    parking: createParking(),
    nowUs: 0,
    paused: false,
    down: false,
  };
}
