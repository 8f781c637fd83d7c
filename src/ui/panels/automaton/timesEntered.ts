import type { Lifecycle } from '#engine/automata/Lifecycle';

/** How often each state was entered; being in the initial state at the start counts. */
export function timesEntered(
  { states, initial, transitions }: Lifecycle,
  taken: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const entered = new Map(states.map((state) => [state, state === initial ? 1 : 0]));
  for (const from of states) {
    for (const [letter, to] of Object.entries(transitions[from] ?? {})) {
      entered.set(to, (entered.get(to) ?? 0) + (taken[`${from}\u0000${letter}`] ?? 0));
    }
  }
  return entered;
}
