import type { Automaton } from './Automaton';
import type { Bounded } from './Bounded';
import { determinise } from './determinise';
import { silent, type NondeterministicAutomaton } from './NondeterministicAutomaton';

/**
 * Whether there is one initial state, no silent arrow, and nowhere two states for one letter. O(arrows).
 */
export function isDeterministic({ initials, letters, arrows }: NondeterministicAutomaton): boolean {
  if (new Set(initials).size !== 1) return false;
  const targets = new Map<number, number>();
  return arrows.every(({ from, letter, to }) => {
    const cell = from * letters.length + letter;
    const other = targets.get(cell) ?? to;
    targets.set(cell, to);
    return letter !== silent && other === to;
  });
}

/** As a table, with its own states when it is deterministic already, and by the subset construction when not. */
export function asDeterministic(source: NondeterministicAutomaton, maxStates?: number): Bounded<Automaton> {
  if (!isDeterministic(source)) {
    const result = determinise(source, maxStates);
    return result.ok ? { ok: true, value: result.value.automaton } : result;
  }
  const { states, letters, accepting } = source;
  const table = new Int32Array(states.length * letters.length).fill(-1);
  for (const { from, letter, to } of source.arrows) table[from * letters.length + letter] = to;
  return { ok: true, value: { states, letters, initial: source.initials[0] ?? 0, accepting, table } };
}
