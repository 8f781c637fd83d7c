import type { LintFlow, LintNode } from '#engine/analysis/lint/LintFlow';
import { closedNetwork } from '#engine/analysis/queueing/closedNetwork';
import { mechanicsOf, type FlowArc } from './flowArcs';
import { latencyOf } from './holding';
import type { Customer, Station } from './Station';

/** What one station of a closed network comes to. Rates per millisecond, times in milliseconds. */
export interface ClosedStationMeans {
  readonly throughput: number;
  readonly meanBusy: number;
  readonly meanQueue: number;
  readonly meanService: number;
}

/** Events that go round for ever: how many, and what that comes to where they wait and where they only pass. */
export interface ClosedFlow {
  readonly customers: number;
  /** By the id of a station. */
  readonly stations: ReadonlyMap<string, ClosedStationMeans>;
  /** By the id of a node: events that come there a millisecond. */
  readonly passing: ReadonlyMap<string, number>;
}

const roundsAtMost = 20_000;
const nothing = 1e-9;
/** More would take longer to work out than anybody waits. */
const mostCustomers = 10_000;

/**
 * The long run of a flow whose sources end and whose events go round for ever, none lost and none added: a closed network with
 * one chain of customers (Baskett, Chandy, Muntz and Palacios, "Open, closed and mixed networks of queues with different classes
 * of customers", Journal of the ACM 22 (1975) 248), by mean value analysis. Null where the flow is anything else.
 */
export function closedFlow(
  flow: LintFlow,
  arcs: readonly FlowArc[],
  stations: readonly Station[],
): ClosedFlow | null {
  const ways = new Ways(flow, arcs);
  const visits = ways.visits();
  if (visits === null) return null;
  const customers = Math.round(ways.customers);
  const visitsOf = ({ node, type }: Pick<Customer, 'node' | 'type'>) =>
    visits.get(ways.pair(node, type)) ?? 0;
  const rounds = stations.flatMap((station) => {
    const round = roundOf(station, visitsOf, customers);
    return round === null || round.visits > 0 ? [{ station, round }] : [];
  });
  const known = rounds.flatMap(({ station, round }) => (round === null ? [] : [{ station, round }]));
  if (known.length < rounds.length || !known.some(({ round }) => round.demand > 0)) return null;
  const delay = ways.delay(visits);
  if (delay === null || !ways.isAllServed(visits, stations)) return null;
  const network = closedNetwork(
    [
      ...known.map(({ station, round }) => ({ demand: round.demand, servers: station.servers })),
      { demand: delay, servers: Infinity },
    ],
    customers,
  );
  return {
    customers,
    stations: new Map(
      known.map(({ station, round }, index) => {
        const throughput = network.throughput * round.visits;
        const meanBusy = network.throughput * round.demand;
        const here = network.stations[index]?.meanInSystem ?? 0;
        const meanService = round.demand / round.visits;
        return [
          station.id,
          { throughput, meanBusy, meanQueue: Math.max(0, here - meanBusy), meanService },
        ] as const;
      }),
    ),
    passing: ways.byNode(visits, network.throughput),
  };
}

/** What one round asks of a station; null where it is none of a network in product form. */
function roundOf(
  station: Station,
  visitsOf: (customer: Customer) => number,
  customers: number,
): { readonly visits: number; readonly demand: number } | null {
  const coming = station.customers.filter((customer) => visitsOf(customer) > nothing);
  if (coming.length === 0) return { visits: 0, demand: 0 };
  const means = coming.map(({ holding }) => holding?.mean ?? NaN);
  const isEqual = means.every((mean) => mean === means[0]);
  const isExponential = coming.every(({ holding }) => holding?.isExponential === true);
  const isPlain =
    station.places >= customers &&
    station.waitsAt.every((node) => (mechanicsOf(node).line?.places ?? Infinity) >= customers) &&
    station.mostPerMs === Infinity &&
    station.priorityOf === null &&
    station.partitions === null &&
    station.deliveries === 1 &&
    station.refusals.length === 0 &&
    !station.nodes.concat(station.waitsAt).some(isBeyond);
  const isServed = station.servers === Infinity ? means.every(Number.isFinite) : isEqual && isExponential;
  if (!isPlain || !isServed) return null;
  const sum = (of: (customer: Customer) => number) =>
    coming.reduce((total, customer) => total + of(customer), 0);
  return {
    visits: sum(visitsOf),
    demand: sum((customer) => visitsOf(customer) * (customer.holding?.mean ?? 0)),
  };
}

function isBeyond(node: LintNode): boolean {
  return mechanicsOf(node).beyond.some(({ spoils }) => spoils !== 'assumed');
}

/** Where an event can be, as pairs of node and type, and where it goes from there. */
class Ways {
  /** How many events the sources make at all. */
  readonly customers: number;
  readonly #types: number;
  readonly #flow: LintFlow;
  readonly #from = new Map<number, FlowArc[]>();
  readonly #begin = new Map<number, number>();

  constructor(flow: LintFlow, arcs: readonly FlowArc[]) {
    this.#flow = flow;
    this.#types = flow.types.length;
    for (const arc of arcs) {
      if (arc.weight === 0) continue;
      const pair = this.pair(arc.from, arc.fromType);
      this.#from.set(pair, [...(this.#from.get(pair) ?? []), arc]);
    }
    let customers = 0;
    for (const node of flow.nodes) {
      const { arrivals } = mechanicsOf(node);
      if (arrivals === undefined) continue;
      customers += arrivals.most;
      const all = flow.types.map(({ id }) => ({ type: id, share: 1 / this.#types }));
      for (const { type, share } of arrivals.types.length > 0 ? arrivals.types : all) {
        const place = flow.types.findIndex(({ id }) => id === type);
        if (place >= 0) this.#begin.set(this.pair(node, place), share * arrivals.most);
      }
    }
    this.customers = customers;
  }

  pair(node: LintNode, type: number): number {
    return node.index * this.#types + type;
  }

  /**
   * How often each pair is visited in the long run, in proportion; null where events are lost or added on the way, where
   * nobody knows where they go, or where they go round in circles that do not meet.
   */
  visits(): ReadonlyMap<number, number> | null {
    const isCountable = this.customers >= 1 && this.customers <= mostCustomers;
    const reached = this.#reach([...this.#begin.keys()]);
    if (!isCountable || ![...reached].every((pair) => this.#keepsAll(pair))) return null;
    let now: ReadonlyMap<number, number> = this.#begin;
    for (let round = 0; round < roundsAtMost; round += 1) {
      const next = new Map<number, number>();
      const add = (pair: number, share: number) => next.set(pair, (next.get(pair) ?? 0) + share);
      // Half of them stay where they are, so that what comes round in step settles, too.
      for (const [pair, share] of now) {
        add(pair, share / 2);
        for (const arc of this.#from.get(pair) ?? [])
          add(this.pair(arc.to, arc.toType), (share * arc.weight) / 2);
      }
      const change = [...next].reduce(
        (sum, [pair, share]) => sum + Math.abs(share - (now.get(pair) ?? 0)),
        0,
      );
      now = next;
      if (change < 1e-13 * this.customers) break;
    }
    const round = new Map([...now].filter(([, share]) => share > nothing));
    const [one] = round.keys();
    return one !== undefined && this.#reach([one]).size === round.size ? round : null;
  }

  /** What a round takes on wires, where nobody has to wait; null where a server is held meanwhile. */
  delay(visits: ReadonlyMap<number, number>): number | null {
    let sum = 0;
    for (const [pair, share] of visits) {
      for (const { from, to, weight, wire } of this.#from.get(pair) ?? []) {
        const { mean } = latencyOf(wire);
        const isFree = mechanicsOf(from).work !== undefined && mechanicsOf(to).line !== undefined;
        if (mean > 0 && !isFree) return null;
        sum += share * weight * mean;
      }
    }
    return sum;
  }

  /** Whether everything that works on these events is a station of its own, or of the line before it. */
  isAllServed(visits: ReadonlyMap<number, number>, stations: readonly Station[]): boolean {
    const served = new Set(stations.flatMap(({ nodes }) => nodes));
    return this.#nodesOf(visits).every(({ node }) => {
      const { work, line, beyond } = mechanicsOf(node);
      if (beyond.some(({ spoils }) => spoils !== 'assumed')) return false;
      return served.has(node) || (work === undefined && line?.how === 'queue');
    });
  }

  byNode(visits: ReadonlyMap<number, number>, throughput: number): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const { node, share } of this.#nodesOf(visits)) {
      found.set(node.id, (found.get(node.id) ?? 0) + share * throughput);
    }
    return found;
  }

  #nodesOf(visits: ReadonlyMap<number, number>) {
    return this.#flow.nodes.flatMap((node) =>
      this.#flow.types.flatMap((_, type) => {
        const share = visits.get(this.pair(node, type));
        return share === undefined ? [] : [{ node, share }];
      }),
    );
  }

  #reach(from: readonly number[]): ReadonlySet<number> {
    const found = new Set(from);
    for (const pair of found) {
      for (const { to, toType } of this.#from.get(pair) ?? []) found.add(this.pair(to, toType));
    }
    return found;
  }

  /** Whether exactly one event goes on for each that comes. */
  #keepsAll(pair: number): boolean {
    const arcs = this.#from.get(pair) ?? [];
    const sum = arcs.reduce((total, { weight }) => total + weight, 0);
    const isOne = new Set(arcs.map(({ emission }) => emission)).size === 1 && Math.abs(sum - 1) < 1e-12;
    return (
      isOne &&
      arcs.every(
        ({ unknown, from }) =>
          unknown === null && !mechanicsOf(from).beyond.some(({ spoils }) => spoils === 'rates'),
      )
    );
  }
}
