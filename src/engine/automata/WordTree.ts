import type { Word } from './Automaton';

/** Words found breadth first, each as one letter after an earlier one: a tree in three lists. */
export class WordTree {
  readonly #letters: readonly string[];
  readonly #parents: number[] = [-1];
  readonly #last: number[] = [-1];

  /** With the empty word as number 0. */
  constructor(letters: readonly string[]) {
    this.#letters = letters;
  }

  /** Adds the word `parent` followed by a letter. */
  add(parent: number, letter: number): void {
    this.#parents.push(parent);
    this.#last.push(letter);
  }

  wordOf(node: number): Word {
    const word: string[] = [];
    for (let at = node; at > 0; at = this.#parents[at] ?? 0)
      word.push(this.#letters[this.#last[at] ?? 0] ?? '');
    return word.toReversed();
  }
}
