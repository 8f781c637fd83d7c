import type { Lifecycle } from './Lifecycle';

/** The state that a letter leads to, or undefined when the table does not declare it there. */
export function nextState(lifecycle: Lifecycle, state: string, letter: string): string | undefined {
  const row = ownEntry(lifecycle.transitions, state);
  return row === undefined ? undefined : ownEntry(row, letter);
}

/**
 * A lifecycle as index tables, for running it without looking up texts. States keep their order; letters are in
 * order of their first appearance, row by row.
 */
export interface CompiledLifecycle {
  readonly states: readonly string[];
  readonly letters: readonly string[];
  readonly stateIndex: ReadonlyMap<string, number>;
  readonly letterIndex: ReadonlyMap<string, number>;
  readonly initial: number;
  /** By state: 1 where a run may legally end. */
  readonly accepting: Uint8Array;
  /** At `state * letters.length + letter` the next state, or −1 where none is declared. */
  readonly transitions: Int16Array;
}

/** Compiles a lifecycle in which `checkLifecycle` finds no problem; an unknown state in it becomes −1. */
export function compileLifecycle(lifecycle: Lifecycle): CompiledLifecycle {
  const { states } = lifecycle;
  const rows = states.map((state) => ownEntry(lifecycle.transitions, state) ?? {});
  const letters = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const stateIndex = new Map(states.map((state, index) => [state, index]));
  const indexOf = (state: string | undefined) => (state === undefined ? -1 : (stateIndex.get(state) ?? -1));
  return {
    states,
    letters,
    stateIndex,
    letterIndex: new Map(letters.map((letter, index) => [letter, index])),
    initial: indexOf(lifecycle.initial),
    accepting: Uint8Array.from(states, (state) => (lifecycle.accepting.includes(state) ? 1 : 0)),
    transitions: Int16Array.from(
      rows.flatMap((row) => letters.map((letter) => indexOf(ownEntry(row, letter)))),
    ),
  };
}

/** A text such as "constructor" must not find what every object inherits. */
function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
