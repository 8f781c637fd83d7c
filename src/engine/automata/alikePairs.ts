import type { Automaton } from './Automaton';

/** Pairs of automata on which something does the same: each of the left ones with each of the right ones. */
interface Alike<T> {
  /** What it comes to for all of them. */
  readonly result: T;
  /** Their places in the two lists. */
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
}

interface Block {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  /** Of each side, a bit for each part that all of them have the same. */
  readonly leftKnown: number;
  readonly rightKnown: number;
}

/**
 * Runs a function on all pairs of automata of two lists, but only once for those that it cannot tell apart. It is handed
 * automata that note which of their parts are read. A function that depends on nothing but its arguments does the same for
 * all pairs that are the same in the parts that it has read, so these are covered by one run, exactly; every other pair has
 * something else in a part that was read, and is covered by another run. None is covered twice.
 *
 * The automata of a list have the same letters, and 0 for their initial state. The names of their states are those of the
 * largest.
 */
export function* alikePairs<T>(
  lefts: readonly Automaton[],
  rights: readonly Automaton[],
  run: (left: Automaton, right: Automaton) => T,
): Generator<Alike<T>> {
  const [left, right] = [new Watched(lefts), new Watched(rights)];
  const todo: Block[] = [
    { lefts: [...lefts.keys()], rights: [...rights.keys()], leftKnown: 0, rightKnown: 0 },
  ];
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    left.watch(block.lefts[0] ?? 0, block.leftKnown);
    right.watch(block.rights[0] ?? 0, block.rightKnown);
    const result = run(left.automaton, right.automaton);
    // In any order: what is split off by one part is the same in those before it.
    for (const part of left.reads) {
      const leftKnown: number = block.leftKnown | (1 << part);
      const [same, others] = left.split(block.lefts, part);
      for (const list of others) todo.push({ ...block, lefts: list, leftKnown });
      block = { ...block, lefts: same, leftKnown };
    }
    for (const part of right.reads) {
      const rightKnown: number = block.rightKnown | (1 << part);
      const [same, others] = right.split(block.rights, part);
      for (const list of others) todo.push({ ...block, rights: list, rightKnown });
      block = { ...block, rights: same, rightKnown };
    }
    yield { result, lefts: block.lefts, rights: block.rights };
  }
}

/** An automaton that stands for one of a list after another, and notes what is read of it. */
class Watched {
  readonly automaton: Automaton;
  /** Parts that were read for the first time. */
  reads: number[] = [];
  /** By automaton, its size, marks and cells in one row. */
  readonly #parts: readonly Int8Array[];
  #now: Int8Array = new Int8Array();
  #known = 0;

  constructor(all: readonly Automaton[]) {
    const size = Math.max(...all.map(({ states }) => states.length));
    const { letters = [] } = all[0] ?? {};
    this.#parts = all.map((one) => partsOf(one, size, letters.length));
    const list = (first: number, perState: number, valueOf: (part: number) => unknown) =>
      Object.create(null, {
        length: { get: () => this.#read(0) * perState },
        // Who goes through all of it reads all of it.
        [Symbol.iterator]: { value: () => this.#readAll(first, perState).values() },
        ...Object.fromEntries(
          Array.from({ length: size * perState }, (_, index) => [
            index,
            { get: () => valueOf(this.#read(first + index)) },
          ]),
        ),
      });
    const names = Array.from({ length: size }, (_, state) => [state, { value: `q${state}` }] as const);
    this.automaton = {
      states: Object.create(null, { length: { get: () => this.#read(0) }, ...Object.fromEntries(names) }),
      letters,
      initial: 0,
      accepting: list(1, 1, (part) => part === 1),
      table: list(1 + size, letters.length, (part) => part),
    };
  }

  /** From now on it is this one, of which some parts are known. */
  watch(place: number, known: number): void {
    this.#now = this.#parts[place] ?? this.#now;
    this.#known = known;
    this.reads = [];
  }

  /** Those that have the same part as the present one, and the others by what they have. */
  split(
    places: readonly number[],
    part: number,
  ): readonly [readonly number[], readonly (readonly number[])[]] {
    if (places.length === 1) return [places, []];
    const own = this.#now[part] ?? 0;
    const same: number[] = [];
    const others: number[][] = [];
    for (const place of places) {
      const value = this.#parts[place]?.[part] ?? 0;
      if (value === own) same.push(place);
      else (others[value + 1] ??= []).push(place);
    }
    return [same, others.filter((list) => list !== undefined)];
  }

  #readAll(first: number, perState: number): Int8Array {
    const end = first + this.#read(0) * perState;
    for (let part = first; part < end; part++) this.#read(part);
    return this.#now.subarray(first, end);
  }

  #read(part: number): number {
    const bit = 1 << part;
    if ((this.#known & bit) === 0) {
      this.#known |= bit;
      this.reads.push(part);
    }
    return this.#now[part] ?? -1;
  }
}

function partsOf({ states, accepting, table }: Automaton, size: number, letterCount: number): Int8Array {
  const parts = new Int8Array(1 + size + size * letterCount).fill(-1);
  parts[0] = states.length;
  for (const [state, mark] of accepting.entries()) parts[1 + state] = Number(mark);
  parts.set(table, 1 + size);
  return parts;
}
