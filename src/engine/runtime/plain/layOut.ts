import type { LifecycleEdge } from '#engine/automata/compileLifecycle';
import * as at from '#engine/core/layout';
import type { Core } from '#engine/core/Core';
import type { Distribution } from '#engine/kernel/Distribution';
import type { PlainQueue, PlainServer, PlainSource, PlainStation } from '#engine/model/PlainStation';
import type { FlowPlan } from '../FlowPlan';
import type { PlainFlow } from './PlainFlow';

const facts = at.mostFacts;

/** Where the parts of a flow lie in the memory of the core. */
export interface Arrangement {
  readonly stations: number;
  readonly wires: number;
  readonly histograms: number;
  readonly typeHistograms: number;
  readonly typeSamples: number;
  readonly typeFacts: number;
  /** By node and group. */
  readonly groups: readonly (readonly number[])[];
  /** By node and event type… */
  readonly jobs: number;
  readonly slots: number;
  readonly line: number;
  readonly lineSize: number;
  readonly heap: number;
}

/** Puts a flow into the memory of a core, as it stands before anything has happened. Null when there is no room. */
export function layOut(
  core: Core,
  plan: FlowPlan,
  { stations }: PlainFlow,
  mostJobs: number,
): Arrangement | null {
  const types = plan.doc.eventTypes.length;
  let end = at.firstFree;
  const take = (size: number): number => {
    const from = end;
    end += (size + 7) & ~7;
    return from;
  };
  // Of each job and each source at most one message is pending.
  const most = mostJobs + stations.length;
  const lineSize = 2 ** Math.ceil(Math.log2(most));
  const shape = {
    stations: take(stations.length * at.stationSize),
    wires: take(plan.wires.length * at.wireSize),
    typeSamples: take(types * at.sampleSize),
    typeFacts: take(facts * types * 4),
    histograms: take(stations.length * 3 * at.histogramSize),
    typeHistograms: take(types * at.histogramSize),
  };
  const own = stations.map((station) => take(sizeOf(station, types)));
  const arrangement = {
    ...shape,
    groups: stations.map((station, node) => {
      if (station.role !== 'queue') return [];
      return station.groups.map((_, group) => (own[node] ?? 0) + group * at.groupSize);
    }),
    jobs: take(mostJobs * at.jobSize),
    heap: take(most * at.entrySize),
    slots: take(most * at.messageSize),
    line: take(lineSize * at.messageSize),
    lineSize,
  };
  if (!core.reach(end)) return null;
  core.bytes.fill(0, at.firstFree, arrangement.jobs);
  const writer = new Writer(core);
  stations.forEach((station, node) => {
    const place = shape.stations + node * at.stationSize;
    writer.lifecycle(place, plan, node, station);
    writer.station(place, own[node] ?? 0, station, types, shape.wires);
  });
  plan.wires.forEach((wire, index) => {
    const place = shape.wires + index * at.wireSize;
    writer.word(place + at.wireToAt, wire.to);
    writer.word(place + at.wireFromAt, wire.from);
    writer.law(place + at.wireLawAt, wire.latency);
  });
  const { exports } = core;
  exports.stations.value = shape.stations;
  exports.wires.value = shape.wires;
  exports.typeSamples.value = shape.typeSamples;
  exports.typeFacts.value = shape.typeFacts;
  exports.histograms.value = shape.histograms;
  exports.typeHistograms.value = shape.typeHistograms;
  exports.typeCount.value = types;
  exports.line.value = arrangement.line;
  exports.lineMask.value = lineSize - 1;
  exports.heap.value = arrangement.heap;
  exports.jobsPerStep.value = Math.max(1, ...stations.map(fanOutOf));
  return arrangement;
}

function fanOutOf(station: PlainStation): number {
  if (station.role === 'server') return 0;
  return Math.max(0, ...station.routes.map(({ length }) => length));
}

/** How much a station needs besides its record. */
function sizeOf(station: PlainStation, types: number): number {
  const lists = (routes: readonly (readonly number[])[]) =>
    routes.reduce((sum, route) => sum + 4 * (route.length + 2), 0);
  switch (station.role) {
    case 'source':
      return station.rows.length * at.rowSize + lists(station.routes);
    case 'queue': {
      const members = station.groups.reduce((sum, group) => sum + group.members.length, 0);
      return (
        station.groups.length * at.groupSize +
        members * (at.memberSize + types + 8) +
        lists(station.routes) +
        16
      );
    }
    case 'server':
      return types * at.lawSize + at.longestGrowth * 8;
  }
}

const lawCodes = {
  constant: 0,
  exponential: 1,
  uniform: 2,
  normal: 3,
  logNormal: 4,
  gamma: 5,
  pareto: 6,
} as const satisfies Record<Distribution['law'], number>;

const keyChoices = { drawn: at.drawsKey, counted: at.countsKey, hot: at.hasHotKey } as const;

/** No count is larger. */
const endless = 0xffff_ffff;

class Writer {
  private readonly core: Core;
  private end = 0;

  constructor(core: Core) {
    this.core = core;
  }

  word(place: number, value: number): void {
    this.core.words[place >> 2] = value;
  }

  float(place: number, value: number): void {
    this.core.floats[place >> 3] = value;
  }

  law(place: number, law: Distribution): void {
    this.word(place + at.lawAt, lawCodes[law.law]);
    const [first, second] = parametersOf(law);
    this.float(place + at.lawFirstAt, first);
    this.float(place + at.lawSecondAt, second);
  }

  lifecycle(place: number, { nodes }: FlowPlan, node: number, { states }: PlainStation): void {
    const lifecycle = nodes[node]?.kind.automaton;
    if (lifecycle === undefined) return;
    states.forEach((state, index) => {
      this.core.bytes[place + at.namedStatesAt + index] = Math.max(0, lifecycle.states.indexOf(state));
    });
    this.word(place + at.takenFromAt, 8 * (1 + lifecycle.states.length));
  }

  edges(place: number, rows: readonly (readonly LifecycleEdge[])[]): void {
    rows.forEach((row, state) => {
      for (const edge of row.toReversed())
        this.core.bytes[place + at.edgesAt + state * at.edgesRow + edge.toIndex] = edge.index;
    });
  }

  station(place: number, own: number, station: PlainStation, types: number, wires: number): void {
    this.end = own;
    switch (station.role) {
      case 'source':
        this.source(place, station);
        break;
      case 'queue':
        this.queue(place, station, types, wires);
        break;
      case 'server':
        this.server(place, station);
        break;
    }
  }

  private source(place: number, station: PlainSource): void {
    this.word(place + at.kindAt, 0);
    this.law(place + at.sourceLawAt, station.interval);
    this.float(place + at.startUsAt, station.startUs);
    this.float(place + at.stopUsAt, station.stopUs);
    this.word(place + at.mostMadeAt, Math.min(station.count, endless));
    this.word(place + at.keyChoiceAt, keyChoices[station.keyChoice]);
    this.float(place + at.hotShareAt, station.hotShare);
    this.word(place + at.inTurnAt, station.inTurn ? 1 : 0);
    this.word(place + at.keysAt, station.keys);
    this.word(place + at.rowCountAt, station.rows.length);
    this.word(place + at.rowsAt, this.end);
    let weights = 0;
    for (const { type, weight } of station.rows) {
      weights += station.inTurn ? Math.ceil(weight) : weight;
      this.float(this.end + at.rowWeightAt, station.inTurn ? weights : weight);
      this.word(this.end + at.rowTypeAt, type);
      this.end += at.rowSize;
    }
    this.float(place + at.weightAt, weights);
    this.word(place + at.sourceRoutesAt, this.routes(station.routes));
  }

  private queue(place: number, station: PlainQueue, types: number, wires: number): void {
    this.word(place + at.kindAt, 1);
    const groups = station.groups.map((_, group) => this.end + group * at.groupSize);
    this.end += station.groups.length * at.groupSize;
    const members = station.groups.map((group) => {
      const from = this.end;
      this.end += group.members.length * at.memberSize;
      return from;
    });
    const routes = station.routes.map((route) => route.map((group) => groups[group] ?? 0));
    this.word(place + at.groupRoutesAt, this.routes(routes));
    station.groups.forEach((group, index) => {
      const record = groups[index] ?? 0;
      const first = members[index] ?? 0;
      this.word(record + at.memberCountAt, group.members.length);
      this.word(record + at.membersAt, first);
      group.members.forEach(({ wire, room, wants }, place) => {
        const member = first + place * at.memberSize;
        this.word(member + at.memberWireAt, wire);
        this.word(member + at.roomAt, Math.min(room, 0x7fff_ffff));
        this.word(member + at.wantsAt, this.end);
        for (let type = 0; type < types; type += 1)
          this.core.bytes[this.end + type] = wants[type] === true ? 1 : 0;
        this.end += (types + 7) & ~7;
        this.word(wires + wire * at.wireSize + at.wireGroupAt, record);
        this.word(wires + wire * at.wireSize + at.wireMemberAt, member);
      });
    });
  }

  private server(place: number, station: PlainServer): void {
    this.word(place + at.kindAt, 2);
    this.word(place + at.workersAt, Math.min(station.workers, 0x7fff_ffff));
    this.word(place + at.retriesAt, station.retries);
    this.float(place + at.failureAt, station.failureProbability);
    this.word(place + at.servicesAt, this.end);
    for (const law of station.services) {
      this.law(this.end, law);
      this.end += at.lawSize;
    }
    this.word(place + at.backOffsAt, this.end);
    for (let attempt = 1; attempt <= at.longestGrowth; attempt += 1) {
      this.float(this.end, station.backOffUs(attempt));
      this.end += 8;
    }
  }

  /** Lists, each with its length first, and a list of where they are. */
  private routes(routes: readonly (readonly number[])[]): number {
    const table = this.end;
    this.end += 4 * routes.length;
    routes.forEach((route, type) => {
      this.word(table + 4 * type, this.end);
      for (const word of [route.length, ...route]) {
        this.word(this.end, word);
        this.end += 4;
      }
    });
    return table;
  }
}

/** What is always the same comes in whole microseconds, as `sampleUs` would give it. */
function parametersOf(law: Distribution): readonly [number, number] {
  switch (law.law) {
    case 'constant': {
      const us = Math.round(1000 * law.mean);
      return [us > 0 ? Math.min(us, 10 ** 15) : 0, 0];
    }
    case 'exponential':
      return [law.mean, 0];
    case 'uniform':
      return [law.min, law.max];
    case 'normal':
    case 'logNormal':
      return [law.mean, law.deviation];
    case 'gamma':
    case 'pareto':
      return [law.mean, law.shape];
  }
}
