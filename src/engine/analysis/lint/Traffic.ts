import type { EmitTraits } from '#engine/model/Traits';
import { emittedType } from './emittedType';
import { findLoops, type Arc, type Loop } from './findLoops';
import type { LintFlow, LintNode, LintWire } from './LintFlow';

/** Nodes that feed each other, and how many events each event in the loop brings back into it. */
export interface FlowLoop {
  readonly nodes: readonly LintNode[];
  readonly gain: number;
}

/**
 * What flows where, on average: linear equations over pairs of node and event type, as in open Jackson networks (Jackson,
 * Operations Research 5 (1957) 518). What a filter or condition decides counts as reachable, and not as a rate.
 */
export class Traffic {
  /** Loops of which it is known how much they bring back, with a gain above 0. */
  readonly loops: readonly FlowLoop[];
  readonly #types: number;
  readonly #reached: ReadonlySet<number>;
  readonly #rates: Float64Array;
  /** False as soon as some source says nothing of its rate, or a loop grows. */
  readonly #isKnown: (pair: number) => boolean;

  constructor(flow: LintFlow) {
    const types = flow.types.length;
    this.#types = types;
    const pairOf = (node: LintNode, type: number) => node.index * types + type;
    const arcs: (Arc & { readonly isCertain: boolean })[] = [];
    for (const node of flow.nodes) {
      for (let type = 0; type < types; type += 1) {
        for (const { to, type: next, count, isCertain } of flowsFrom(flow, node, type)) {
          arcs.push({ from: pairOf(node, type), to: pairOf(to, next), weight: count, isCertain });
        }
      }
    }
    const begins = beginningsOf(flow, pairOf);
    this.#reached = reachOf(arcs, begins.keys());
    const certain = arcs.filter((arc) => arc.isCertain && this.#reached.has(arc.from));
    const loops = findLoops(certain);
    this.loops = loops.map(({ places, gain }: Loop) => ({
      gain,
      nodes: [...new Set(places.map((place) => Math.floor(place / types)))].flatMap(
        (index) => flow.nodes.find((node) => node.index === index) ?? [],
      ),
    }));
    const growing = loops.filter(({ gain }) => gain >= 1 - 1e-9).flatMap(({ places }) => places);
    const unknown = reachOf(arcs, [
      ...growing,
      ...[...begins].filter(([, rate]) => rate === null).map(([pair]) => pair),
    ]);
    this.#isKnown = (pair) => !unknown.has(pair);
    const steady = certain.filter(({ to }) => !unknown.has(to));
    this.#rates = solve(steady, begins, flow.doc.nodes.length * types);
  }

  /** Whether an event of a type can come to a node at all. */
  reaches(node: LintNode, type: number): boolean {
    return this.#reached.has(node.index * this.#types + type);
  }

  /** The places of the types that can come to a node. */
  typesAt(node: LintNode): readonly number[] {
    return Array.from({ length: this.#types }, (_, type) => type).filter((type) => this.reaches(node, type));
  }

  /** Events of a type a second that surely come to a node on average, or null when nobody can say. */
  rateAt(node: LintNode, type: number): number | null {
    const pair = node.index * this.#types + type;
    return this.#isKnown(pair) ? (this.#rates[pair] ?? 0) : null;
  }
}

interface Outflow {
  readonly to: LintNode;
  readonly type: number;
  readonly count: number;
  readonly isCertain: boolean;
}

/** What one event of a type that comes to a node sends on. A source counts what it makes as coming to it. */
function flowsFrom(flow: LintFlow, node: LintNode, type: number): readonly Outflow[] {
  const { queue, work, source } = node.traits;
  if (source !== undefined) return along(node.outs, type, 1, true);
  if (queue !== undefined) return copiesFrom(node, type);
  if (work === undefined) return [];
  const givesUp = work.failure ** (work.retry.attempts + 1);
  const made = work.emits.flatMap((emit) => {
    const next = emittedType(emit, flow.types, type);
    const share = emit.on === 'done' ? 1 - givesUp : givesUp;
    const exits = exitsFor(node, emit);
    return next < 0 ? [] : along(exits, next, emit.count * share, emit.isCertain && !work.hasPoison);
  });
  const dead = node.outs.filter((wire) => wire.isDeadLetter);
  return [...made, ...along(dead, type, givesUp, !work.hasPoison)];
}

/** The wires by which what a worker emits may leave it. */
function exitsFor({ outs }: LintNode, { to }: EmitTraits): readonly LintWire[] {
  return outs.filter(
    (wire) => wire.port.carries === 'event' && !wire.isDeadLetter && (to === '' || wire.to.id === to),
  );
}

function along(
  wires: readonly LintWire[],
  type: number,
  count: number,
  isCertain: boolean,
): readonly Outflow[] {
  return wires
    .filter((wire) => wire.wants(type))
    .map((wire) => ({
      to: wire.to,
      type,
      count: count * wire.yield,
      isCertain: isCertain && !wire.hasFilter,
    }));
}

/** One copy for each group, to one of its members that want it. What is given up goes by the dead letter wires. */
function copiesFrom(node: LintNode, type: number): readonly Outflow[] {
  const groups = new Map<string, LintWire[]>();
  for (const wire of node.outs) {
    if (wire.isDeadLetter || !wire.wants(type)) continue;
    const name = node.traits.queue?.groupOf(wire.wire) ?? wire.id;
    groups.set(name, [...(groups.get(name) ?? []), wire]);
  }
  const copies = [...groups.values()].flatMap((members) => along(members, type, 1 / members.length, true));
  const dead = node.outs.filter((wire) => wire.isDeadLetter);
  return [...copies, ...along(dead, type, 0, false)];
}

/** What is made, by pair: a rate, or null where it is not known. */
function beginningsOf(
  flow: LintFlow,
  pairOf: (node: LintNode, type: number) => number,
): ReadonlyMap<number, number | null> {
  const begins = new Map<number, number | null>();
  for (const node of flow.nodes) {
    const { source, work } = node.traits;
    for (const emit of work?.emits ?? []) {
      // Nobody can say how often something comes of nothing.
      const type = emit.needsEvent ? -1 : emittedType(emit, flow.types, -1);
      for (const { to } of type < 0 ? [] : along(exitsFor(node, emit), type, 1, false)) {
        begins.set(pairOf(to, type), null);
      }
    }
    if (source === undefined) continue;
    for (const { type, share } of source.types) {
      const place = flow.types.findIndex(({ id }) => id === type);
      if (place < 0) continue;
      // Who waits for answers makes only what is answered, and who ends makes nothing on average.
      const isSteady = source.perSecond !== null && !source.waits && source.isEndless;
      begins.set(pairOf(node, place), isSteady ? (source.perSecond ?? 0) * share : null);
    }
  }
  return begins;
}

function reachOf(arcs: readonly Arc[], begins: Iterable<number>): ReadonlySet<number> {
  const next = new Map<number, number[]>();
  for (const { from, to } of arcs) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Set(begins);
  // The set grows while it is read: that makes the walk.
  for (const place of reached) for (const to of next.get(place) ?? []) reached.add(to);
  return reached;
}

const roundsAtMost = 2_000;

/** x = b + x·M by repetition, which converges because no loop with a gain of 1 or more is left. */
function solve(arcs: readonly Arc[], begins: ReadonlyMap<number, number | null>, size: number): Float64Array {
  const base = new Float64Array(size);
  for (const [pair, rate] of begins) base[pair] = rate ?? 0;
  let rates = base;
  for (let round = 0; round < roundsAtMost; round += 1) {
    const next = base.slice();
    for (const { from, to, weight } of arcs) next[to] = (next[to] ?? 0) + (rates[from] ?? 0) * weight;
    const change = next.reduce((most, rate, pair) => Math.max(most, Math.abs(rate - (rates[pair] ?? 0))), 0);
    rates = next;
    if (change < 1e-9) break;
  }
  return rates;
}
