import {
  silent,
  type Arrow,
  type NondeterministicAutomaton,
} from '#engine/automata/NondeterministicAutomaton';
import { uniqueNames } from '#engine/automata/uniqueNames';
import type { Result } from '#engine/model/Problem';
import { ProblemList } from '#engine/model/ProblemList';

/** How large a foreign automaton may be. Beyond these a problem is reported. */
export const automatonLimits = {
  states: 100_000,
  letters: 10_000,
  arrows: 2_000_000,
  /** States times letters: the cells of a table. */
  cells: 20_000_000,
  /** Characters of a name. */
  nameLength: 200,
} as const;

/** An automaton being read: states by the key they have in the text, letters by name, both in order of appearance. */
export class AutomatonDraft {
  readonly problems = new ProblemList();
  readonly #states = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #letters = new Map<string, number>();
  readonly #arrows: Arrow[] = [];
  readonly #initials = new Set<number>();
  readonly #accepting = new Set<number>();

  /** The number of the state with that key, which is made when it is new. */
  state(key: string): number {
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    this.#states.set(key, this.#names.length);
    return this.#names.push(key) - 1;
  }

  name(state: number, name: string): void {
    this.#names[state] = name;
  }

  letter(name: string): number {
    const letter = this.#letters.get(name) ?? this.#letters.size;
    this.#letters.set(name, letter);
    return letter;
  }

  /** An arrow by a letter, or a silent one for null. */
  arrow(from: number, letter: string | null, to: number): void {
    this.#arrows.push({ from, letter: letter === null ? silent : this.letter(letter), to });
  }

  begin(state: number): void {
    this.#initials.add(state);
  }

  accept(state: number): void {
    this.#accepting.add(state);
  }

  /** Something that cannot be read, with its line counted from 1. */
  wrongLine(line: number, text: string): void {
    this.problems.wrong('automaton-line', [], text.trim(), { line });
  }

  result(): Result<NondeterministicAutomaton> {
    const { states, letters, arrows, cells } = automatonLimits;
    const sizes = [
      ['states', this.#names.length, states],
      ['letters', this.#letters.size, letters],
      ['arrows', this.#arrows.length, arrows],
      ['states × letters', this.#names.length * this.#letters.size, cells],
    ] as const;
    for (const [limit, size, max] of sizes) {
      if (size > max) this.problems.error('automaton-too-large', [], { limit, max });
    }
    if (this.#initials.size === 0) this.problems.error('automaton-no-initial', []);
    return this.problems.result({
      states: uniqueNames(this.#names),
      letters: [...this.#letters.keys()],
      initials: [...this.#initials],
      accepting: this.#names.map((_, state) => this.#accepting.has(state)),
      arrows: this.#arrows,
    });
  }
}
