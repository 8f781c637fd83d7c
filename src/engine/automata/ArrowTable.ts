import { silent, type NondeterministicAutomaton } from './NondeterministicAutomaton';

/** The arrows of a nondeterministic automaton, sorted by state and letter, so that sets of states step quickly. */
export class ArrowTable {
  readonly #width: number;
  readonly #starts: Int32Array;
  readonly #targets: Int32Array;
  /** By state: the latest closure that saw it. */
  readonly #seen: Int32Array;
  #round = 0;

  constructor({ states, letters, arrows }: NondeterministicAutomaton) {
    this.#width = letters.length + 1;
    this.#starts = new Int32Array(states.length * this.#width + 1);
    this.#targets = new Int32Array(arrows.length);
    this.#seen = new Int32Array(states.length);
    for (const { from, letter } of arrows)
      this.#starts[this.#slot(from, letter) + 1] = 1 + this.#count(from, letter);
    for (let slot = 1; slot < this.#starts.length; slot++) {
      this.#starts[slot] = (this.#starts[slot] ?? 0) + (this.#starts[slot - 1] ?? 0);
    }
    const next = this.#starts.slice();
    for (const { from, letter, to } of arrows) {
      const slot = this.#slot(from, letter);
      const place = next[slot] ?? 0;
      this.#targets[place] = to;
      next[slot] = place + 1;
    }
  }

  /** All states that silent arrows lead to from these, they themselves included, each once, in ascending order. */
  close(states: readonly number[]): readonly number[] {
    this.#round += 1;
    const found: number[] = [];
    for (const state of states) this.#add(state, found);
    // The list grows while it is read: that makes the walk, without recursion.
    for (const state of found) {
      for (const to of this.#along(state, silent)) this.#add(to, found);
    }
    return found.toSorted((a, b) => a - b);
  }

  /** All states that one letter leads to from these, silent arrows after it included. */
  step(states: readonly number[], letter: number): readonly number[] {
    const found: number[] = [];
    for (const state of states) for (const to of this.#along(state, letter)) found.push(to);
    return found.length === 0 ? found : this.close(found);
  }

  #along(state: number, letter: number): Int32Array {
    const slot = this.#slot(state, letter);
    return this.#targets.subarray(this.#starts[slot], this.#starts[slot + 1]);
  }

  #add(state: number, found: number[]): void {
    if (this.#seen[state] === this.#round) return;
    this.#seen[state] = this.#round;
    found.push(state);
  }

  #slot(state: number, letter: number): number {
    return state * this.#width + letter + 1;
  }

  #count(state: number, letter: number): number {
    return this.#starts[this.#slot(state, letter) + 1] ?? 0;
  }
}
