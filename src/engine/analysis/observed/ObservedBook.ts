import type { Observed, ObservedArrow } from './Observed';
import { observedLimits, type ObservedLimits } from './observedLimits';
import type { Sighting } from './Sighting';
import { WordBook } from './WordBook';

/** Where the word of one key stands. */
interface OpenWord {
  /** Of its last event. */
  key: string;
  /** The letter that came last, plus one. */
  state: number;
  sinceUs: number;
  place: number;
  /** In the tree of words, or −1 when it has grown out of it. */
  node: number;
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/**
 * Gathers what comes after what, event by event, in the order in which they were seen: times of one key never go back.
 * What it keeps is bounded by the limits and never by the number of events.
 */
export class ObservedBook {
  readonly #isPerKey: boolean;
  readonly #limits: ObservedLimits;
  readonly #letterOf = new Map<string, number>();
  /** By state: the arrows that leave it, by the state they lead to. */
  readonly #arrows: Map<number, Mutable<ObservedArrow>>[] = [];
  /** By lane and key. */
  readonly #open: Map<string, OpenWord>[] = [];
  readonly #words: WordBook;
  #keyCount = 0;
  #events = 0;
  #ofKeys = 0;
  #ofTypes = 0;
  #cutWords = 0;

  /** A word per key, or else one for all of them together. */
  constructor(isPerKey: boolean, limits = observedLimits) {
    this.#isPerKey = isPerKey;
    this.#limits = limits;
    this.#words = new WordBook(limits.nodes, limits.wordLength);
  }

  add({ type, key, lane, timeUs, place }: Sighting): void {
    const letter = this.#letter(type);
    const word = letter === -1 ? null : this.#wordOf(lane, this.#isPerKey ? key : '');
    if (letter === -1) this.#ofTypes += 1;
    else if (word === null) this.#ofKeys += 1;
    if (word === null) return;
    this.#events += 1;
    this.#take(word.state, letter + 1, word.state === 0 ? 0 : timeUs - word.sinceUs, place, key);
    if (word.node !== -1) {
      word.node = this.#words.extend(word.node, letter, place, key);
      if (word.node === -1) this.#cutWords += 1;
    }
    word.state = letter + 1;
    word.sinceUs = timeUs;
    word.place = place;
    word.key = key;
  }

  /** What was gathered so far. Every word is taken to end with its last event. */
  report(): Observed {
    const words = this.#open.flatMap((lane) => [...lane.values()]);
    const arrows = this.#arrows.flatMap((row) => [...row.values()].map((arrow) => ({ ...arrow })));
    const end = this.#letterOf.size + 1;
    const ends = new Map<number, Mutable<ObservedArrow>>();
    for (const { state, place, key } of words) {
      const known = ends.get(state);
      if (known === undefined) ends.set(state, { ...arrowAt(state, end), count: 1, place, key });
      else known.count += 1;
    }
    return {
      letters: [...this.#letterOf.keys()],
      arrows: [...arrows, ...ends.values()],
      words: this.#words.report(words.map(({ node }) => node)),
      events: this.#events,
      keys: words.length,
      missing: { ofKeys: this.#ofKeys, ofTypes: this.#ofTypes, cutWords: this.#cutWords },
    };
  }

  #take(from: number, to: number, timeUs: number, place: number, key: string): void {
    const row = (this.#arrows[from] ??= new Map());
    let arrow = row.get(to);
    if (arrow === undefined) {
      arrow = { ...arrowAt(from, to), place, key };
      row.set(to, arrow);
    }
    arrow.count += 1;
    arrow.sumUs += timeUs;
    arrow.longestUs = Math.max(arrow.longestUs, timeUs);
  }

  /** The number of a letter, or −1 when there are too many. */
  #letter(type: string): number {
    const known = this.#letterOf.get(type);
    if (known !== undefined) return known;
    if (this.#letterOf.size >= this.#limits.types) return -1;
    this.#letterOf.set(type, this.#letterOf.size);
    return this.#letterOf.size - 1;
  }

  /** The word of a key, or null when there are too many. */
  #wordOf(lane: number, key: string): OpenWord | null {
    const words = (this.#open[lane] ??= new Map());
    const known = words.get(key);
    if (known !== undefined) return known;
    if (this.#keyCount >= this.#limits.keys) return null;
    this.#keyCount += 1;
    const word = { key, state: 0, sinceUs: 0, place: 0, node: this.#words.begin() };
    words.set(key, word);
    return word;
  }
}

function arrowAt(from: number, to: number): ObservedArrow {
  return { from, to, count: 0, sumUs: 0, longestUs: 0, place: 0, key: '' };
}
