import type { Lifecycle } from './Lifecycle';

/** The state that a letter leads to, or undefined when the table does not declare it there. */
export function nextState(lifecycle: Lifecycle, state: string, letter: string): string | undefined {
  const row = ownEntry(lifecycle.transitions, state);
  return row === undefined ? undefined : ownEntry(row, letter);
}

/** A text such as "constructor" must not find what every object inherits. */
function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
