import { alignLetters } from './alignLetters';
import type { Automaton, Word } from './Automaton';
import { nextStateOf } from './nextStateOf';
import { WordTree } from './WordTree';

/** A word that one of two automata accepts and the other does not. */
export interface Difference {
  readonly word: Word;
  readonly acceptedBy: 'left' | 'right';
}

/**
 * A shortest word on which two automata differ, or null when they accept the same words: the algorithm of Hopcroft
 * and Karp (1971), breadth first. It merges states that must be equivalent and looks at no pair that is merged
 * already, so that it looks at fewer pairs than there are states. The word is shortest nevertheless: a pair that is
 * skipped is joined by a chain of pairs that were queued before it, and a word that tells the two apart tells the two
 * of some link apart. Nearly O(states × letters).
 */
export function findDifference(left: Automaton, right: Automaton): Difference | null {
  const common = alignLetters(left, right);
  // The state that has refused comes after those of each side.
  const offset = left.states.length + 1;
  const classes = new MergedClasses(offset + right.states.length + 1);
  const words = new WordTree(common.letters);
  const queue: (readonly [number, number])[] = [];
  const look = (one: number, other: number) => {
    const a = one === -1 ? left.states.length : one;
    const b = offset + (other === -1 ? right.states.length : other);
    const isNew = classes.merge(a, b);
    if (isNew) queue.push([one, other]);
    return isNew;
  };
  look(left.initial, right.initial);
  // The list grows while it is read.
  for (const [node, [one, other]] of queue.entries()) {
    const isLeft = left.accepting[one] === true;
    if (isLeft !== (right.accepting[other] === true)) {
      return { word: words.wordOf(node), acceptedBy: isLeft ? 'left' : 'right' };
    }
    for (let letter = 0; letter < common.letters.length; letter++) {
      const nextOne = nextStateOf(left, one, common.left[letter] ?? -1);
      const nextOther = nextStateOf(right, other, common.right[letter] ?? -1);
      if (look(nextOne, nextOther)) words.add(node, letter);
    }
  }
  return null;
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
