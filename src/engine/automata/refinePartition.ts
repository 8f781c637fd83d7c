/** States sorted into classes. */
export interface Partition {
  /** By state. */
  readonly classOf: Int32Array;
  readonly count: number;
}

/**
 * The coarsest partition that respects the colours, and in which each letter leads from one class into one class:
 * Hopcroft's algorithm (An n log n algorithm for minimizing states in a finite automaton, 1971), with the refinable
 * partition of Valmari & Lehtinen (2008). O(states · letters · log states), all in typed arrays.
 *
 * `table[state * letterCount + letter]` must lead to a state everywhere; colours are whole numbers from 0.
 */
export function refinePartition(
  stateCount: number,
  letterCount: number,
  table: Int32Array,
  colours: Int32Array,
): Partition {
  const partition = new RefinablePartition(stateCount, colours);
  const inverse = invert(stateCount, letterCount, table);
  // Classes still to split by, each with a letter: every pair is in the list at most once at a time.
  const pending = new Int32Array(stateCount * letterCount);
  let pendingCount = 0;
  const largest = partition.largest();
  const push = (splitter: number) => {
    for (let letter = 0; letter < letterCount; letter++) {
      pending[pendingCount++] = splitter * letterCount + letter;
    }
  };
  for (let each = 0; each < partition.count; each++) if (each !== largest) push(each);
  const marked = new Int32Array(stateCount);
  while (pendingCount > 0) {
    const pair = pending[--pendingCount] ?? 0;
    const splitter = Math.floor(pair / letterCount);
    const count = collect(partition, splitter, pair % letterCount, inverse, marked);
    const before = partition.count;
    partition.splitBy(marked, count);
    // Each new class is the smaller part of an old one, whose own pairs stay as they were.
    for (let fresh = before; fresh < partition.count; fresh++) push(fresh);
  }
  return { classOf: partition.classOf, count: partition.count };
}

interface Inverse {
  readonly stateCount: number;
  /** By letter and target, where its sources begin. */
  readonly starts: Int32Array;
  readonly sources: Int32Array;
}

function invert(stateCount: number, letterCount: number, table: Int32Array): Inverse {
  const starts = new Int32Array(stateCount * letterCount + 1);
  const sources = new Int32Array(stateCount * letterCount);
  for (let cell = 0; cell < table.length; cell++) {
    const slot = (cell % letterCount) * stateCount + (table[cell] ?? 0) + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < starts.length; slot++) {
    starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  }
  const next = starts.slice();
  for (let state = 0, cell = 0; state < stateCount; state++) {
    for (let letter = 0; letter < letterCount; letter++, cell++) {
      const slot = letter * stateCount + (table[cell] ?? 0);
      const place = next[slot] ?? 0;
      sources[place] = state;
      next[slot] = place + 1;
    }
  }
  return { stateCount, starts, sources };
}

/** Writes every state that the letter leads into the class to `marked`, and tells how many there are. */
function collect(
  partition: RefinablePartition,
  splitter: number,
  letter: number,
  { stateCount, starts, sources }: Inverse,
  marked: Int32Array,
): number {
  let count = 0;
  const offset = letter * stateCount;
  const end = partition.endOf(splitter);
  for (let at = partition.startOf(splitter); at < end; at++) {
    const slot = offset + partition.memberAt(at);
    const past = starts[slot + 1] ?? 0;
    for (let place = starts[slot] ?? 0; place < past; place++) marked[count++] = sources[place] ?? 0;
  }
  return count;
}

/** Classes as stretches of one list of members, in which a split is a few swaps. */
class RefinablePartition {
  readonly classOf: Int32Array;
  count = 0;
  readonly #members: Int32Array;
  readonly #places: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** By class: how many of its first members are marked. */
  readonly #marks: Int32Array;
  readonly #touched: Int32Array;

  constructor(stateCount: number, colours: Int32Array) {
    this.classOf = new Int32Array(stateCount);
    this.#starts = new Int32Array(stateCount);
    this.#ends = new Int32Array(stateCount);
    this.#marks = new Int32Array(stateCount);
    this.#touched = new Int32Array(stateCount);
    this.#members = sortedBy(colours);
    this.#places = new Int32Array(stateCount);
    let latest = -1;
    for (const [place, state] of this.#members.entries()) {
      const colour = colours[state] ?? 0;
      if (colour !== latest) this.#starts[this.count++] = place;
      latest = colour;
      this.#places[state] = place;
      this.classOf[state] = this.count - 1;
      this.#ends[this.count - 1] = place + 1;
    }
  }

  startOf(each: number): number {
    return this.#starts[each] ?? 0;
  }

  endOf(each: number): number {
    return this.#ends[each] ?? 0;
  }

  memberAt(place: number): number {
    return this.#members[place] ?? 0;
  }

  largest(): number {
    let best = 0;
    for (let each = 1; each < this.count; each++) {
      if (this.#sizeOf(each) > this.#sizeOf(best)) best = each;
    }
    return best;
  }

  /** Splits every class of which some members, but not all, are among the first `count` of `marked`. */
  splitBy(marked: Int32Array, count: number): void {
    let touchedCount = 0;
    for (let at = 0; at < count; at++) {
      const state = marked[at] ?? 0;
      const each = this.classOf[state] ?? 0;
      const marks = this.#marks[each] ?? 0;
      if (marks === 0) this.#touched[touchedCount++] = each;
      this.#marks[each] = marks + 1;
      this.#swap(this.#places[state] ?? 0, this.startOf(each) + marks);
    }
    for (let at = 0; at < touchedCount; at++) this.#split(this.#touched[at] ?? 0);
  }

  #split(each: number): void {
    const start = this.startOf(each);
    const middle = start + (this.#marks[each] ?? 0);
    const end = this.endOf(each);
    this.#marks[each] = 0;
    if (middle === end) return;
    const isFirstSmaller = middle - start <= end - middle;
    const fresh = this.count++;
    this.#starts[fresh] = isFirstSmaller ? start : middle;
    this.#ends[fresh] = isFirstSmaller ? middle : end;
    if (isFirstSmaller) this.#starts[each] = middle;
    else this.#ends[each] = middle;
    for (let place = this.startOf(fresh); place < this.endOf(fresh); place++) {
      this.classOf[this.memberAt(place)] = fresh;
    }
  }

  #sizeOf(each: number): number {
    return this.endOf(each) - this.startOf(each);
  }

  #swap(one: number, other: number): void {
    const a = this.memberAt(one);
    const b = this.memberAt(other);
    this.#members[one] = b;
    this.#members[other] = a;
    this.#places[b] = one;
    this.#places[a] = other;
  }
}

/** The states by their colours, in the order of the states among equal ones: counted, not compared. */
function sortedBy(colours: Int32Array): Int32Array {
  let most = 0;
  for (const colour of colours) most = Math.max(most, colour);
  const places = new Int32Array(most + 2);
  for (const colour of colours) places[colour + 1] = (places[colour + 1] ?? 0) + 1;
  for (let colour = 1; colour < places.length; colour++) {
    places[colour] = (places[colour] ?? 0) + (places[colour - 1] ?? 0);
  }
  const members = new Int32Array(colours.length);
  for (let state = 0; state < colours.length; state++) {
    const colour = colours[state] ?? 0;
    const place = places[colour] ?? 0;
    members[place] = state;
    places[colour] = place + 1;
  }
  return members;
}
