import { fact, factCodes, type FactCode, type FactNumber } from '#engine/model/facts';
import type { FactCounts, WireCounts } from './Trace';

const facts = factCodes.length;

/* What is counted on a wire stands together, in four places for three counts: so no wire lies on two lines of cache. */
const countsOfWire = 4;
const sentAt = 0;
const arrivedAt = 1;
const lostAt = 2;

/** How often each fact was recorded, over all, by event type and by node, and what every wire carried. */
export class Counters {
  private readonly types: number;
  /* By fact; by fact and type; by node and fact; by wire. The core keeps them elsewhere for a while. */
  readonly byFact = new Float64Array(facts);
  readonly byType: Float64Array;
  readonly byNode: Float64Array;
  readonly byWire: Float64Array;
  private readonly failed: Uint8Array;

  constructor(types: number, wires: number, nodes: number) {
    this.types = types;
    this.byType = new Float64Array(facts * types);
    this.byNode = new Float64Array(facts * nodes);
    this.byWire = new Float64Array(wires * countsOfWire);
    this.failed = new Uint8Array(wires);
  }

  /** `type` is −1 for a fact about no event, `node` for one that no node recorded. */
  count(code: FactNumber, type: number, node: number): void {
    this.byFact[code] = (this.byFact[code] ?? 0) + 1;
    if (node >= 0) {
      const place = node * facts + code;
      this.byNode[place] = (this.byNode[place] ?? 0) + 1;
    }
    if (type < 0) return;
    const index = code * this.types + type;
    this.byType[index] = (this.byType[index] ?? 0) + 1;
  }

  send(wire: number): void {
    this.countOnWire(wire, sentAt);
  }

  arrive(wire: number): void {
    this.countOnWire(wire, arrivedAt);
  }

  lose(wire: number): void {
    this.countOnWire(wire, lostAt);
  }

  /** Notes that a wire could not say whether it lets an event through. */
  fail(wire: number): void {
    this.failed[wire] = 1;
  }

  /** The wires of which that was noted. */
  failing(): readonly number[] {
    return [...this.failed.keys()].filter((wire) => this.failed[wire] === 1);
  }

  /** The facts recorded so far; what never happened is not listed. */
  facts(): FactCounts {
    return countsBy((code) => this.byFact[fact[code]] ?? 0);
  }

  factsOf(type: number): FactCounts {
    return countsBy((code) => this.byType[fact[code] * this.types + type] ?? 0);
  }

  factsAt(node: number): FactCounts {
    return countsBy((code) => this.byNode[node * facts + fact[code]] ?? 0);
  }

  /** How often a node recorded one fact. */
  countAt(node: number, code: FactNumber): number {
    return this.byNode[node * facts + code] ?? 0;
  }

  /**
   * Messages that set out on a wire in its direction, those that arrived, and those that were lost on it; the others
   * are under way. Answers are not counted.
   */
  wire(wire: number): WireCounts {
    const place = wire * countsOfWire;
    const [sent = 0, arrived = 0, lost = 0] = this.byWire.subarray(place, place + countsOfWire);
    return { sent, arrived, lost };
  }

  clone(): Counters {
    const copy = new Counters(this.types, this.byWire.length / countsOfWire, this.byNode.length / facts);
    copy.restore(this);
    return copy;
  }

  restore(other: Counters): void {
    this.byFact.set(other.byFact);
    this.byType.set(other.byType);
    this.byNode.set(other.byNode);
    this.byWire.set(other.byWire);
    this.failed.set(other.failed);
  }

  private countOnWire(wire: number, what: number): void {
    const place = wire * countsOfWire + what;
    this.byWire[place] = (this.byWire[place] ?? 0) + 1;
  }
}

function countsBy(countOf: (code: FactCode) => number): FactCounts {
  const counts: Partial<Record<FactCode, number>> = {};
  for (const code of factCodes) {
    const count = countOf(code);
    if (count > 0) counts[code] = count;
  }
  return counts;
}
