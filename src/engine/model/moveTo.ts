import type { Lifecycle } from '#engine/automata/Lifecycle';
import { assert } from '#engine/kernel/assert';
import type { Context } from './NodeKind';

/**
 * Moves a node's lifecycle automaton to the state that its data call for, by the one letter that leads there.
 * Does nothing when it is there already; no such letter is a bug of the kind.
 */
export function moveTo(automaton: Lifecycle, target: string, context: Context): void {
  const current = context.lifecycle;
  if (current === target) return;
  const letters = automaton.transitions[current] ?? {};
  for (const letter in letters) {
    if (letters[letter] === target) {
      context.transition(letter);
      return;
    }
  }
  assert(false, `No letter leads the lifecycle of "${context.setup.id}" from ${current} to ${target}.`);
}
