import { alignLetters } from './alignLetters';
import type { Arrows, Word } from './Automaton';
import type { StatePair } from './MergedPairs';
import { nextStateOf } from './nextStateOf';
import { WordTree } from './WordTree';

/** Which pairs are gone to, by whether the left and the right one are in a state at all and have not refused. */
export type KeepsPair = (isLeft: boolean, isRight: boolean) => boolean;

/**
 * All pairs of states that two automata can be in after the same word, each with its first word in the order of length and
 * letters. Grows while it is followed: who follows all letters of a pair in their order, one pair after another, has all.
 */
export class PairWalk {
  /** The letters of both. */
  readonly letters: readonly string[];
  /** Those found so far. */
  readonly pairs: StatePair[] = [];
  readonly #sides: { readonly left: Arrows; readonly right: Arrows };
  readonly #own: { readonly left: Int32Array; readonly right: Int32Array };
  readonly #keeps: KeepsPair;
  readonly #maxPairs: number;
  readonly #numberOf = new Map<number, number>();
  readonly #words: WordTree;

  constructor(left: Arrows, right: Arrows, keeps: KeepsPair, maxPairs: number) {
    const { letters, ...own } = alignLetters(left, right);
    this.letters = letters;
    this.#sides = { left, right };
    this.#own = own;
    this.#keeps = keeps;
    this.#maxPairs = maxPairs;
    this.#words = new WordTree(letters);
    this.#numberOf.set(this.#keyOf(left.initial, right.initial), 0);
    this.pairs.push([left.initial, right.initial]);
  }

  /** The place of the pair that a letter leads to, −1 for one that is not gone to, and null beyond the limit of pairs. */
  follow(place: number, letter: number): number | null {
    const [one, other] = this.pairs[place] ?? [-1, -1];
    const nextOne = nextStateOf(this.#sides.left, one, this.#own.left[letter] ?? -1);
    const nextOther = nextStateOf(this.#sides.right, other, this.#own.right[letter] ?? -1);
    if (!this.#keeps(nextOne !== -1, nextOther !== -1)) return -1;
    const key = this.#keyOf(nextOne, nextOther);
    const known = this.#numberOf.get(key);
    if (known !== undefined) return known;
    const target = this.pairs.length;
    if (target >= this.#maxPairs) return null;
    this.#numberOf.set(key, target);
    this.pairs.push([nextOne, nextOther]);
    this.#words.add(place, letter);
    return target;
  }

  /** The first word of a pair. */
  wordOf(place: number): Word {
    return this.#words.wordOf(place);
  }

  #keyOf(one: number, other: number): number {
    return (one + 1) * (this.#sides.right.states.length + 1) + other + 1;
  }
}
