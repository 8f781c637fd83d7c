import type { WatchOrder } from '#engine/analysis/observed/watchBus';
import type { Automaton, Word } from '#engine/automata/Automaton';
import type { Bounded } from '#engine/automata/Bounded';
import { determinise } from '#engine/automata/determinise';
import { minimise } from '#engine/automata/minimise';
import { silent, type Arrow } from '#engine/automata/NondeterministicAutomaton';
import { trim } from '#engine/automata/trim';
import type { Seen } from './BusSights';

/** Which of the things that are seen make a word: those of one order, of one key or all, of one group. */
export interface Slice {
  readonly order: WatchOrder;
  /** Null for all keys together. */
  readonly key: string | null;
  readonly lane: number;
}

/** A move between two configurations, by its number among those of the first. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly ordinal: number;
  readonly seen: readonly Seen[];
}

const none: readonly Seen[] = [];
/** Numbers an edge takes in the list: from, to, ordinal, and what is seen. */
const width = 4;

/** Every configuration and move that was explored, with what is seen in it on one bus. */
export class OrdersGraph {
  readonly legalEnds: number[] = [];
  /** Edges one after another: plain numbers, for there may be millions. */
  private readonly numbers: number[] = [];
  /** What was seen in some move; the first is nothing. */
  private readonly sights: (readonly Seen[])[] = [none];
  private readonly sightOf = new Map<string, number>();

  add(from: number, to: number, ordinal: number, seen: readonly Seen[]): void {
    this.numbers.push(from, to, ordinal, seen.length === 0 ? 0 : this.numberOf(seen));
  }

  /** What was seen at all in an order: each key and group that has a word. */
  slicesOf(order: WatchOrder, isPerKey: boolean): readonly Slice[] {
    const found = new Map<string, Slice>();
    for (const one of this.sights.flat()) {
      if (one.order !== order) continue;
      const slice = { order, key: isPerKey ? one.key : null, lane: one.lane };
      found.set(JSON.stringify(slice), slice);
    }
    return [...found.values()];
  }

  /** The words of a slice over runs that end legally, as an automaton with the fewest states. */
  automaton(slice: Slice, letters: readonly string[], configurations: number): Bounded<Automaton> {
    const states = Array.from({ length: configurations }, (_, index) => `c${index}`);
    const arrows: Arrow[] = [];
    this.forEach(({ from, to, seen }) => {
      const word = seen.filter((one) => isIn(slice, one));
      let at = from;
      for (const [index, { type }] of word.entries()) {
        const next = index === word.length - 1 ? to : states.push(`c${states.length}`) - 1;
        arrows.push({ from: at, letter: type, to: next });
        at = next;
      }
      if (word.length === 0 && from !== to) arrows.push({ from, letter: silent, to });
    });
    const accepting = states.map(() => false);
    for (const end of this.legalEnds) accepting[end] = true;
    const result = determinise({ states, letters, initials: [0], accepting, arrows });
    return result.ok ? { ok: true, value: minimise(trim(result.value.automaton)).automaton } : result;
  }

  /** A run with as few moves as any in which a word is seen, and which ends legally; null where there is none. */
  pathOf(slice: Slice, word: Word, letters: readonly string[]): readonly Edge[] | null {
    const wanted = word.map((name) => letters.indexOf(name));
    const out = this.outgoing();
    const ends = new Set(this.legalEnds);
    const span = wanted.length + 1;
    // By a configuration and how much of the word was seen.
    const came = new Map<number, { readonly edge: Edge; readonly before: number } | null>([[0, null]]);
    const queue = [0];
    // The list grows while it is read.
    for (const key of queue) {
      const [at, count] = [Math.floor(key / span), key % span];
      if (count === wanted.length && ends.has(at)) return unwind(came, key);
      for (const edge of out.get(at) ?? []) {
        const seen = edge.seen.filter((one) => isIn(slice, one));
        const fits = seen.every(({ type }, index) => wanted[count + index] === type);
        const next = edge.to * span + count + seen.length;
        if (!fits || came.has(next)) continue;
        came.set(next, { edge, before: key });
        queue.push(next);
      }
    }
    return null;
  }

  private numberOf(seen: readonly Seen[]): number {
    const key = JSON.stringify(seen);
    const known = this.sightOf.get(key);
    if (known !== undefined) return known;
    this.sightOf.set(key, this.sights.length);
    return this.sights.push(seen) - 1;
  }

  private forEach(visit: (edge: Edge) => void): void {
    const { numbers } = this;
    for (let at = 0; at < numbers.length; at += width) {
      const [from = 0, to = 0, ordinal = 0, sight = 0] = numbers.slice(at, at + width);
      visit({ from, to, ordinal, seen: this.sights[sight] ?? none });
    }
  }

  private outgoing(): ReadonlyMap<number, readonly Edge[]> {
    const out = new Map<number, Edge[]>();
    this.forEach((edge) => {
      const list = out.get(edge.from);
      if (list === undefined) out.set(edge.from, [edge]);
      else list.push(edge);
    });
    return out;
  }
}

const isIn = ({ order, key, lane }: Slice, seen: Seen): boolean =>
  seen.order === order && seen.lane === lane && (key === null || seen.key === key);

function unwind(
  came: ReadonlyMap<number, { readonly edge: Edge; readonly before: number } | null>,
  last: number,
): readonly Edge[] {
  const path: Edge[] = [];
  for (let step = came.get(last); step !== undefined && step !== null; step = came.get(step.before)) {
    path.push(step.edge);
  }
  return path.toReversed();
}
