import { alignLetters, type CommonLetters } from './alignLetters';
import type { Arrows, Word } from './Automaton';
import { nextStateOf } from './nextStateOf';
import { WordTree } from './WordTree';

/** The states that two automata are in after the same word; −1 for one that has refused. */
export type StatePair = readonly [one: number, other: number];

/**
 * The pairs of states that have to be looked at to tell two automata apart, shortest words first: the algorithm of
 * Hopcroft and Karp (1971), breadth first. It merges states that must be equivalent and looks at no pair that is merged
 * already, so that it looks at fewer pairs than there are states. Nearly O(states × letters).
 *
 * Whatever is held against each other in the states of a pair: the first pair in which it differs has a shortest word after
 * which it differs. For a pair that is passed over is joined by a chain of pairs with words no longer than its own, and where
 * it differs it differs in some link. What is held against each other has no say in where this goes.
 */
export class MergedPairs {
  /** The letters of both, in which the pairs were followed. */
  readonly letters: CommonLetters;
  readonly #left: Arrows;
  readonly #right: Arrows;
  readonly #words: WordTree;

  constructor(left: Arrows, right: Arrows) {
    this.letters = alignLetters(left, right);
    this.#left = left;
    this.#right = right;
    this.#words = new WordTree(this.letters.letters);
  }

  /** To be gone through once. */
  *pairs(): Generator<StatePair, void> {
    const [left, right, { letters, ...own }] = [this.#left, this.#right, this.letters];
    // The state that has refused comes after those of each side.
    const offset = left.states.length + 1;
    const classes = new MergedClasses(offset + right.states.length + 1);
    const queue: StatePair[] = [];
    const look = (one: number, other: number) => {
      const a = one === -1 ? left.states.length : one;
      const b = offset + (other === -1 ? right.states.length : other);
      const isNew = classes.merge(a, b);
      if (isNew) queue.push([one, other]);
      return isNew;
    };
    look(left.initial, right.initial);
    // The list grows while it is read.
    for (const [place, pair] of queue.entries()) {
      yield pair;
      for (let letter = 0; letter < letters.length; letter++) {
        const nextOne = nextStateOf(left, pair[0], own.left[letter] ?? -1);
        const nextOther = nextStateOf(right, pair[1], own.right[letter] ?? -1);
        if (look(nextOne, nextOther)) this.#words.add(place, letter);
      }
    }
  }

  /** The word of the pair that came in this place. */
  wordOf(place: number): Word {
    return this.#words.wordOf(place);
  }
}

/** Disjoint sets, merged by size with halved paths (Tarjan 1975). */
class MergedClasses {
  readonly #parents: Int32Array;
  readonly #sizes: Int32Array;

  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, index) => index);
    this.#sizes = new Int32Array(count).fill(1);
  }

  /** Whether the two were in different sets until now. */
  merge(one: number, other: number): boolean {
    const a = this.#rootOf(one);
    const b = this.#rootOf(other);
    if (a === b) return false;
    const [small, large] = (this.#sizes[a] ?? 0) < (this.#sizes[b] ?? 0) ? [a, b] : [b, a];
    this.#parents[small] = large;
    this.#sizes[large] = (this.#sizes[large] ?? 0) + (this.#sizes[small] ?? 0);
    return true;
  }

  #rootOf(start: number): number {
    let at = start;
    for (let up = this.#parents[at] ?? at; up !== at; up = this.#parents[at] ?? at) {
      const next = this.#parents[up] ?? up;
      this.#parents[at] = next;
      at = next;
    }
    return at;
  }
}
