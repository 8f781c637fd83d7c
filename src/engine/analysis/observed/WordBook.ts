import type { SeenWords } from './Observed';

/** The tree of the words that were seen so far; it grows up to a number of nodes and a length of words. */
export class WordBook {
  readonly #maxNodes: number;
  readonly #maxLength: number;
  readonly #parents = [-1];
  readonly #letters = [-1];
  readonly #lengths = [0];
  readonly #counts = [0];
  readonly #places = [0];
  readonly #keys = [''];
  readonly #children: Map<number, number>[] = [new Map()];

  constructor(maxNodes: number, maxLength: number) {
    this.#maxNodes = maxNodes;
    this.#maxLength = maxLength;
  }

  /** A new word, of no letters yet. Returns its node. */
  begin(): number {
    this.#counts[0] = (this.#counts[0] ?? 0) + 1;
    return 0;
  }

  /** The node of a word with a letter more, or −1 when a limit is reached. */
  extend(node: number, letter: number, place: number, key: string): number {
    const children = this.#children[node];
    if (children === undefined) return -1;
    const known = children.get(letter);
    const next = known ?? this.#grow(node, letter, place, key);
    if (known === undefined && next !== -1) children.set(letter, next);
    if (next !== -1) this.#counts[next] = (this.#counts[next] ?? 0) + 1;
    return next;
  }

  /** The tree as plain data, when words end at these nodes. */
  report(endNodes: Iterable<number>): SeenWords {
    const ends = this.#parents.map(() => 0);
    for (const node of endNodes) if (node >= 0) ends[node] = (ends[node] ?? 0) + 1;
    return {
      parents: this.#parents.slice(),
      letters: this.#letters.slice(),
      counts: this.#counts.slice(),
      ends,
      places: this.#places.slice(),
      keys: this.#keys.slice(),
    };
  }

  #grow(node: number, letter: number, place: number, key: string): number {
    const length = (this.#lengths[node] ?? 0) + 1;
    if (this.#parents.length >= this.#maxNodes || length > this.#maxLength) return -1;
    this.#letters.push(letter);
    this.#lengths.push(length);
    this.#counts.push(0);
    this.#places.push(place);
    this.#keys.push(key);
    this.#children.push(new Map());
    return this.#parents.push(node) - 1;
  }
}
