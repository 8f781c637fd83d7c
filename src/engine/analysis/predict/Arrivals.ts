import type { LintFlow, LintNode } from '#engine/analysis/lint/LintFlow';
import {
  departureVariation,
  mergedVariation,
  thinnedVariation,
} from '#engine/analysis/queueing/departureVariation';
import type { Distribution } from '#engine/kernel/Distribution';
import { squaredVariation } from '#engine/kernel/squaredVariation';
import type { FlowArc } from './flowArcs';
import { mechanicsOf } from './flowArcs';
import type { FlowRates } from './FlowRates';
import { latencyOf } from './holding';
import { mixtureOf, variationOf, type TimeMoments } from './Moments';
import type { Customer, Station } from './Station';

/** How events come to a station. */
export interface Arrivals {
  /** Events a millisecond. */
  readonly rate: number;
  /** Whether they come as by a Poisson process, or as if they did (Jackson), exactly. */
  readonly isPoisson: boolean;
  /** The law of the times between them (with `batch`, between batches), where these are independent; else null. */
  readonly interval: Distribution | null;
  readonly batch: number;
  /** Squared variation of the times between them, approximately; null where nobody can say. */
  readonly variation: number | null;
  /** Whether types that take turns make a difference, of which nothing more is known. */
  readonly isInTurn: boolean;
  /** Whether copies of the same event come on several ways. */
  readonly hasTwins: boolean;
}

interface Stream {
  /** A source, or a station. */
  readonly from: LintNode | Station;
  /** What comes from there. */
  readonly rate: number;
}

/** How events come to each station of a flow: exactly where that can be said, else by two moments. */
export class FlowArrivals {
  readonly #rates: FlowRates;
  readonly #stations: readonly Station[];
  readonly #ownerOf: ReadonlyMap<LintNode, Station>;
  readonly #streams: ReadonlyMap<Station, readonly Stream[]>;
  readonly #variations = new Map<Station, number | null>();
  readonly #sources: readonly LintNode[];

  constructor(flow: LintFlow, rates: FlowRates, stations: readonly Station[]) {
    this.#rates = rates;
    this.#stations = stations;
    this.#ownerOf = new Map(stations.flatMap((station) => station.nodes.map((node) => [node, station])));
    this.#sources = flow.nodes.filter((node) => mechanicsOf(node).arrivals !== undefined);
    const streams = new Map<Station, Stream[]>();
    const free = this.#sources.filter((source) => !this.#ownerOf.has(source));
    for (const from of [...free, ...stations]) {
      for (const [station, rate] of this.#reached(from)) {
        streams.set(station, [...(streams.get(station) ?? []), { from, rate }]);
      }
    }
    this.#streams = streams;
    this.#solveVariations();
  }

  at(station: Station): Arrivals {
    const rate = this.rateAt(station);
    const cone = this.#coneOf(station);
    const hasTwins = hasFork(cone);
    const streams = this.#streams.get(station) ?? [];
    const only = streams.length === 1 ? streams[0]?.from : undefined;
    const own = station.whose === 'source' ? station.nodes[0] : undefined;
    const source = own ?? (only !== undefined && 'kind' in only ? only : undefined);
    const isWhole = own !== undefined || (source !== undefined && this.#isWhole(source, rate, cone));
    const made = isWhole && source !== undefined ? mechanicsOf(source).arrivals : undefined;
    const isInTurn = this.#isInTurn(station, cone);
    return {
      rate,
      isInTurn,
      isPoisson: !isInTurn && !hasTwins && this.#isPoisson(station, cone),
      interval: isInTurn ? null : (made?.interval ?? null),
      batch: made?.batch ?? 1,
      variation: isInTurn ? null : (this.#variations.get(station) ?? null),
      hasTwins,
    };
  }

  rateAt({ customers }: Station): number {
    return customers.reduce((sum, { node, type }) => sum + this.#rates.rate(node, type), 0);
  }

  /** The time that one of all customers of a station holds a server; null where nobody can say. */
  holdingAt(station: Station): TimeMoments | null {
    const coming = station.customers.filter((customer) => this.#rateOf(customer) > 0);
    if (coming.some(({ holding }) => holding === null)) return null;
    const total = this.rateAt(station);
    return mixtureOf(
      coming.flatMap((customer) =>
        customer.holding === null ? [] : [{ share: this.#rateOf(customer) / total, time: customer.holding }],
      ),
    );
  }

  #rateOf({ node, type }: Customer): number {
    return this.#rates.rate(node, type);
  }

  /** Where events go that leave a source or a station, through nodes at which nobody waits. */
  #reached(from: LintNode | Station): ReadonlyMap<Station, number> {
    const found = new Map<Station, number>();
    const starts = 'kind' in from ? [from] : from.nodes;
    const walk = (node: LintNode, type: number, rate: number, depth: number): void => {
      for (const arc of this.#rates.arcs) {
        if (arc.from !== node || arc.fromType !== type || arc.unknown !== null) continue;
        const flowing = rate * arc.weight;
        const station = this.#ownerOf.get(arc.to);
        if (station !== undefined) found.set(station, (found.get(station) ?? 0) + flowing);
        else if (depth < 12 && flowing > 1e-15) walk(arc.to, arc.toType, flowing, depth + 1);
      }
    };
    const types = this.#stations[0]?.typeIds.length ?? 0;
    for (const node of starts) {
      for (let type = 0; type < types; type += 1) {
        const rate = this.#rates.rate(node, type) * this.#rates.passed(node, type);
        if (rate > 0) walk(node, type, rate, 0);
      }
    }
    return found;
  }

  /** The arcs over which something comes to a station, from wherever. */
  #coneOf(station: Station): readonly FlowArc[] {
    const targets = new Set(station.customers.map(({ node, type }) => `${node.id} ${type}`));
    const cone = new Set<FlowArc>();
    for (const target of targets) {
      for (const arc of this.#rates.arcs) {
        if (`${arc.to.id} ${arc.toType}` !== target) continue;
        if (this.#rates.rate(arc.from, arc.fromType) === 0) continue;
        cone.add(arc);
        targets.add(`${arc.from.id} ${arc.fromType}`);
      }
    }
    return [...cone];
  }

  /** Whether all that a source makes comes to a station, and at once. */
  #isWhole(source: LintNode, rate: number, cone: readonly FlowArc[]): boolean {
    const made = (mechanicsOf(source).arrivals?.perSecond ?? 0) / 1000;
    const isSteady = cone.every(({ wire }) => variationOf(latencyOf(wire)) === 0);
    return isSteady && Math.abs(made - rate) <= 1e-12 * rate;
  }

  /** Whether it makes no difference that the types of a source take turns: all come here, and each holds a server as long. */
  #isAlike(station: Station, source: LintNode, cone: readonly FlowArc[]): boolean {
    const types = new Set(cone.flatMap((arc) => (arc.from === source ? [arc.fromType] : [])));
    const coming = [...types].reduce((sum, type) => sum + this.#rates.rate(source, type), 0);
    const made = (mechanicsOf(source).arrivals?.perSecond ?? 0) / 1000;
    return Math.abs(made - coming) <= 1e-12 * made && this.#hasOneHolding(station);
  }

  #isInTurn(station: Station, cone: readonly FlowArc[]): boolean {
    const [own] = station.nodes;
    if (station.whose === 'source')
      return own !== undefined && !drawsTypes(own) && !this.#hasOneHolding(station);
    const sources = new Set(cone.flatMap(({ from }) => (mechanicsOf(from).arrivals ? [from] : [])));
    return [...sources].some((source) => !drawsTypes(source) && !this.#isAlike(station, source, cone));
  }

  #hasOneHolding({ customers }: Station): boolean {
    const held = customers.filter((customer) => this.#rateOf(customer) > 0).map(({ holding }) => holding);
    const [first] = held;
    return held.every((one) => one?.mean === first?.mean && one?.variance === first?.variance);
  }

  #isPoisson(station: Station, cone: readonly FlowArc[]): boolean {
    const [own] = station.nodes;
    if (station.whose === 'source' && own !== undefined) return isPoissonSource(own);
    const inside = new Set(cone.flatMap(({ from }) => from));
    const isCyclic = [...station.nodes].some((node) => inside.has(node));
    if (isCyclic && !this.#keepsPoisson(station)) return false;
    if (!cone.every(({ wire }) => variationOf(latencyOf(wire)) === 0)) return false;
    return [...inside].every((node) => {
      const owner = this.#ownerOf.get(node);
      if (mechanicsOf(node).arrivals !== undefined)
        return (
          owner === undefined &&
          isPoissonSource(node) &&
          (drawsTypes(node) || this.#isAlike(station, node, cone))
        );
      return owner === undefined || owner === station || this.#keepsPoisson(owner);
    });
  }

  /** Whether what leaves is Poisson when what comes is (Burke, "The output of a queuing system", 1956). */
  #keepsPoisson(station: Station): boolean {
    const holding = this.holdingAt(station);
    const isPlain =
      station.places === Infinity &&
      station.refusals.length === 0 &&
      station.priorityOf === null &&
      station.partitions === null &&
      station.deliveries === 1;
    return isPlain && holding !== null && (station.servers === Infinity || holding.isExponential);
  }

  #solveVariations(): void {
    const known = new Map<Station, number>();
    for (let round = 0; round < 300; round += 1) {
      let change = 0;
      for (const station of this.#stations) {
        const value = this.#variationAt(station, known);
        if (value === null) continue;
        change = Math.max(change, Math.abs(value - (known.get(station) ?? 0)));
        known.set(station, value);
      }
      if (change < 1e-12) break;
    }
    for (const station of this.#stations) {
      const isSure = this.#variationAt(station, known) !== null;
      this.#variations.set(station, isSure ? (known.get(station) ?? null) : null);
    }
  }

  #variationAt(station: Station, known: ReadonlyMap<Station, number>): number | null {
    const own = station.whose === 'source' ? station.nodes[0] : undefined;
    if (own !== undefined) return sourceVariation(own);
    const holding = this.holdingAt(station);
    const load = holding === null ? 0.5 : (this.rateAt(station) * holding.mean) / station.servers;
    const streams: { rate: number; variation: number }[] = [];
    for (const { from, rate } of this.#streams.get(station) ?? []) {
      const out = 'kind' in from ? sourceVariation(from) : this.#departures(from, known);
      if (out === null) return null;
      streams.push({ rate, variation: thinnedVariation(out, Math.min(1, rate / this.#outOf(from))) });
    }
    return mergedVariation(streams, load);
  }

  #departures(station: Station, known: ReadonlyMap<Station, number>): number | null {
    const holding = this.holdingAt(station);
    if (holding === null || station.refusals.length > 0) return null;
    const load = (this.rateAt(station) * holding.mean) / station.servers;
    return departureVariation(load, station.servers, known.get(station) ?? 1, variationOf(holding));
  }

  #outOf(from: LintNode | Station): number {
    if ('kind' in from) return (mechanicsOf(from).arrivals?.perSecond ?? 0) / 1000;
    return from.customers.reduce((sum, { node, type }) => {
      return sum + this.#rates.rate(node, type) * this.#rates.passed(node, type);
    }, 0);
  }
}

function isPoissonSource(node: LintNode): boolean {
  const { arrivals } = mechanicsOf(node);
  return arrivals?.interval?.law === 'exponential' && arrivals.batch === 1;
}

const drawsTypes = (node: LintNode) => mechanicsOf(node).arrivals?.drawsTypes === true;

/** In the long run a batch of n makes numbers vary n times as much. */
function sourceVariation(node: LintNode): number | null {
  const arrivals = mechanicsOf(node).arrivals;
  if (arrivals === undefined || arrivals.interval === null) return null;
  return arrivals.batch * squaredVariation(arrivals.interval);
}

/** Whether one event can come on two of these ways at once. */
function hasFork(cone: readonly FlowArc[]): boolean {
  const emissions = new Map<string, Set<string>>();
  for (const { from, fromType, emission, wire, weight } of cone) {
    const key = `${from.id} ${fromType}`;
    emissions.set(key, (emissions.get(key) ?? new Set()).add(emission));
    if (weight > 1 || Number(wire.wire.settings['duplication']) > 0) return true;
  }
  return [...emissions.values()].some(({ size }) => size > 1);
}
