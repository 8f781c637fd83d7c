import type { LintFlow, LintNode } from '#engine/analysis/lint/LintFlow';
import { assume, type Assumption } from './assumptionTexts';
import { mechanicsOf, type FlowArc } from './flowArcs';
import { blockedLines, heldBack } from './heldBack';
import { servedShares } from './servedShares';
import type { Customer, Station } from './Station';

const roundsAtMost = 20_000;
/** Events a millisecond beyond which a rate only grows. */
const endless = 1e9;

/**
 * How much comes where in the long run: what sources make and what arrives, through servers that pass on no more than they
 * can do (Goodman and Massey, "The non-ergodic Jackson network", Journal of Applied Probability 21 (1984) 860), by repetition
 * from nothing upwards. `kept` says which share of its customers a station lets in. Where a full line holds everybody back, its
 * groups get what the slowest of them leaves. Events a millisecond.
 */
export class FlowRates {
  readonly #types: number;
  readonly #rates: Float64Array;
  readonly #unknown: ReadonlyMap<number, Assumption>;
  readonly #passes: ReadonlyMap<number, number>;
  readonly arcs: readonly FlowArc[];

  constructor(
    flow: LintFlow,
    arcs: readonly FlowArc[],
    stations: readonly Station[],
    kept: ReadonlyMap<string, number>,
  ) {
    this.#types = flow.types.length;
    this.arcs = arcs.filter(({ weight }) => weight > 0);
    const base = this.#beginnings(flow);
    const size = flow.doc.nodes.length * this.#types;
    const known = this.arcs.filter(({ unknown, from }) => unknown === null && !hidesRates(from));
    const lines = blockedLines(known, stations);
    let rates = base.rates;
    let passes = new Map<number, number>();
    let changed = new Set<number>();
    for (let round = 0; round < roundsAtMost; round += 1) {
      passes = this.#passing(stations, kept, rates);
      const next = base.rates.slice();
      const [before, through] = [rates, passes];
      const comingBy = ({ from, fromType, weight }: FlowArc) => {
        const pair = this.#pair(from, fromType);
        return (before[pair] ?? 0) * (through.get(pair) ?? 1) * weight;
      };
      const held = heldBack(lines, comingBy);
      for (const arc of known) {
        const target = this.#pair(arc.to, arc.toType);
        next[target] = (next[target] ?? 0) + comingBy(arc) * (held.get(arc) ?? 1);
      }
      changed = new Set();
      for (let pair = 0; pair < size; pair += 1) {
        const [old = 0, after = 0] = [rates[pair], next[pair]];
        if (Math.abs(after - old) > 1e-13 * Math.max(after, 1e-9)) changed.add(pair);
      }
      rates = next;
      if (changed.size === 0 || rates.some((rate) => rate > endless)) break;
    }
    this.#rates = rates;
    this.#passes = passes;
    this.#unknown = this.#spread(flow, base.unknown, changed);
  }

  /** Events of a type that come to a node (or are made there), or why nobody can say. */
  at(node: LintNode, type: number): number | Assumption {
    const pair = this.#pair(node, type);
    return this.#unknown.get(pair) ?? this.#rates[pair] ?? 0;
  }

  /** The same as a number, 0 where nobody can say. */
  rate(node: LintNode, type: number): number {
    const found = this.at(node, type);
    return typeof found === 'number' ? found : 0;
  }

  /** The share of these events that the node passes on: less than 1 where more comes than it can do or keep. */
  passed(node: LintNode, type: number): number {
    return this.#passes.get(this.#pair(node, type)) ?? 1;
  }

  #pair(node: LintNode, type: number): number {
    return node.index * this.#types + type;
  }

  #beginnings(flow: LintFlow) {
    const rates = new Float64Array(flow.doc.nodes.length * this.#types);
    const unknown = new Map<number, Assumption>();
    for (const node of flow.nodes) {
      const { arrivals } = mechanicsOf(node);
      for (const { type, share } of evenly(flow, arrivals?.types)) {
        const place = flow.types.findIndex(({ id }) => id === type);
        if (arrivals === undefined || place < 0) continue;
        const pair = this.#pair(node, place);
        if (arrivals.perSecond === null)
          unknown.set(pair, assume('setting-rates', node.id, { setting: 'generation' }));
        else rates[pair] = (rates[pair] ?? 0) + (arrivals.perSecond * share) / 1000;
      }
    }
    return { rates, unknown };
  }

  #passing(
    stations: readonly Station[],
    kept: ReadonlyMap<string, number>,
    rates: Float64Array,
  ): Map<number, number> {
    const passes = new Map<number, number>();
    for (const station of stations) {
      const share = kept.get(station.id) ?? 1;
      const rateOf = ({ node, type }: Customer) => rates[this.#pair(node, type)] ?? 0;
      for (const [customer, served] of servedShares(station, rateOf)) {
        passes.set(this.#pair(customer.node, customer.type), served * share);
      }
    }
    return passes;
  }

  /** Where something unknown comes to, nobody can say how much comes there. */
  #spread(flow: LintFlow, begun: ReadonlyMap<number, Assumption>, growing: ReadonlySet<number>) {
    const unknown = new Map(begun);
    for (const pair of growing) {
      const node = flow.nodes.find(({ index }) => index === Math.floor(pair / this.#types));
      unknown.set(pair, assume('loop-gain', node?.id));
    }
    for (let isMore = true; isMore;) {
      isMore = false;
      for (const arc of this.arcs) {
        const target = this.#pair(arc.to, arc.toType);
        const reason = this.#reasonOf(arc, unknown);
        if (reason === null || unknown.has(target)) continue;
        unknown.set(target, reason);
        isMore = true;
      }
    }
    return unknown;
  }

  #reasonOf(arc: FlowArc, unknown: ReadonlyMap<number, Assumption>): Assumption | null {
    const { from } = arc;
    const before = unknown.get(this.#pair(from, arc.fromType));
    if (before !== undefined) return before;
    if ((this.#rates[this.#pair(from, arc.fromType)] ?? 0) === 0) return null;
    const hidden = hidesRates(from);
    if (hidden) return assume('setting-rates', from.id, { setting: hidden.setting });
    if (arc.unknown === null) return null;
    return assume(arc.unknown, from.id, arc.unknown === 'condition' ? {} : { other: arc.to.id });
  }
}

const hidesRates = (node: LintNode) => mechanicsOf(node).beyond.find(({ spoils }) => spoils === 'rates');

/** Without a mix every type of the flow is equally likely. */
function evenly(
  flow: LintFlow,
  types: readonly { readonly type: string; readonly share: number }[] | undefined,
) {
  if (types === undefined || types.length > 0) return types ?? [];
  return flow.types.map(({ id }) => ({ type: id, share: 1 / flow.types.length }));
}
