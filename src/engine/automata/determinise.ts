import { ArrowTable } from './ArrowTable';
import type { Automaton } from './Automaton';
import type { Bounded } from './Bounded';
import type { NondeterministicAutomaton } from './NondeterministicAutomaton';
import { uniqueNames } from './uniqueNames';

/** A deterministic automaton, and the states that each of its own stands for. */
export interface Determinised {
  readonly automaton: Automaton;
  readonly subsets: readonly (readonly number[])[];
}

/** How far the subset construction goes before it gives up: it can need 2^n states. */
const mostSubsets = 100_000;
/** Members of all subsets together. */
const mostMembers = 10_000_000;

/**
 * The subset construction (Rabin & Scott 1959) over what can be reached, silent arrows included: accepts the same
 * words. The empty subset gets no state, so that the result is partial. O(subsets × arrows); ends at a limit of states.
 */
export function determinise(
  source: NondeterministicAutomaton,
  maxStates = mostSubsets,
): Bounded<Determinised> {
  const arrows = new ArrowTable(source);
  const letterCount = source.letters.length;
  const first = arrows.close(source.initials);
  const subsets = [first];
  const numberOf = new Map([[first.join(), 0]]);
  const cells: number[] = [];
  let members = first.length;
  // The list grows while it is read.
  for (const subset of subsets) {
    for (let letter = 0; letter < letterCount; letter++) {
      const to = arrows.step(subset, letter);
      const key = to.join();
      let target = to.length === 0 ? -1 : numberOf.get(key);
      if (target === undefined) {
        target = subsets.length;
        members += to.length;
        if (target >= maxStates || members > mostMembers) return { ok: false, limit: 'states', max: target };
        numberOf.set(key, target);
        subsets.push(to);
      }
      cells.push(target);
    }
  }
  const automaton: Automaton = {
    states: uniqueNames(subsets.map((subset) => subsetName(source.states, subset))),
    letters: source.letters,
    initial: 0,
    accepting: subsets.map((subset) => subset.some((state) => source.accepting[state] === true)),
    table: Int32Array.from(cells),
  };
  return { ok: true, value: { automaton, subsets } };
}

function subsetName(names: readonly string[], subset: readonly number[]): string {
  const shown = subset.slice(0, 8).map((state) => names[state] ?? '');
  return `{${shown.join(', ')}${subset.length > 8 ? ', …' : ''}}`;
}
