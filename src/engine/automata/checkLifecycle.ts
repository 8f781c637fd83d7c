import type { Lifecycle } from './Lifecycle';

/** Everything that is wrong with a lifecycle, one sentence each; none when it is sound. */
export function checkLifecycle(lifecycle: Lifecycle): readonly string[] {
  const { states, initial, accepting, transitions } = lifecycle;
  const known = new Set(states);
  const arrows = Object.entries(transitions).flatMap(([from, row]) =>
    Object.entries(row).map(([letter, to]) => ({ from, letter, to })),
  );
  const reachable = reachableFrom(initial, arrows);
  return [
    ...(states.length === 0 ? ['There are no states.'] : []),
    ...states
      .filter((state, index) => states.indexOf(state) !== index)
      .map((state) => `The state "${state}" is listed twice.`),
    ...(known.has(initial) ? [] : [`The initial state "${initial}" is not one of the states.`]),
    ...accepting
      .filter((state) => !known.has(state))
      .map((state) => `The accepting state "${state}" is not one of the states.`),
    ...Object.keys(transitions)
      .filter((state) => !known.has(state))
      .map((state) => `There are transitions from "${state}", which is not one of the states.`),
    ...arrows
      .filter(({ to }) => !known.has(to))
      .map(
        ({ from, letter, to }) =>
          `The letter "${letter}" leads from "${from}" to "${to}", which is not one of the states.`,
      ),
    ...[...known]
      .filter((state) => known.has(initial) && !reachable.has(state))
      .map((state) => `The state "${state}" cannot be reached from the initial state.`),
  ];
}

function reachableFrom(
  initial: string,
  arrows: readonly { readonly from: string; readonly to: string }[],
): ReadonlySet<string> {
  const reached = new Set([initial]);
  // The set grows while it is read: that makes the walk, without recursion.
  for (const state of reached) {
    for (const { from, to } of arrows) if (from === state) reached.add(to);
  }
  return reached;
}
