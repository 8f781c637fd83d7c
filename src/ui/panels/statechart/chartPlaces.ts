import type { ChartState, Statechart, Transition } from '#engine/model/statechart/Statechart';

/** By what a transition is taken: an event, a delay that is over, the end of the states inside, or nothing at all. */
export type Trigger =
  | { readonly by: 'on'; readonly when: string }
  | { readonly by: 'after'; readonly when: string }
  | { readonly by: 'always' }
  | { readonly by: 'onDone' };

/** A transition and where it stands: in which state, by what, and which of those with the same trigger. */
export interface PlacedTransition {
  readonly source: string;
  readonly trigger: Trigger;
  readonly index: number;
  readonly transition: Transition;
}

/** The id of a state in a picture: the keys on the way to it; that of the whole chart is empty. */
export const idOf = (path: readonly string[]): string => path.join('.');

/** The keys on the way to a state. Keys hold no dots. */
export const pathOf = (id: string): readonly string[] => (id === '' ? [] : id.split('.'));

/** The state at an id; undefined when there is none. */
export function stateAt({ root }: Statechart, id: string): ChartState | undefined {
  let state: ChartState | undefined = root;
  for (const key of pathOf(id)) state = state?.states.find((one) => one.key === key);
  return state;
}

/** Every state with its id, each before those inside it. */
export function allStates({ root }: Statechart): readonly (readonly [string, ChartState])[] {
  const walk = (state: ChartState, path: readonly string[]): (readonly [string, ChartState])[] => [
    [idOf(path), state],
    ...state.states.flatMap((inside) => walk(inside, [...path, inside.key])),
  ];
  return walk(root, []);
}

/** The transitions of a state in the order in which they are asked, kind by kind. */
export function transitionsOf(source: string, state: ChartState): readonly PlacedTransition[] {
  const place = (trigger: Trigger, list: readonly Transition[]) =>
    list.map((transition, index) => ({ source, trigger, index, transition }));
  return [
    ...state.on.flatMap(({ when, transitions }) => place({ by: 'on', when }, transitions)),
    ...state.after.flatMap(({ when, transitions }) => place({ by: 'after', when }, transitions)),
    ...place({ by: 'always' }, state.always),
    ...place({ by: 'onDone' }, state.onDone),
  ];
}

/** The id of an arrow in a picture: of a transition, and which of its targets the arrow leads to. */
export function transitionId(
  { source, trigger, index }: Omit<PlacedTransition, 'transition'>,
  branch = 0,
): string {
  return JSON.stringify([source, trigger, index, ...(branch === 0 ? [] : [branch])]);
}

/** What the id of an arrow says; the caller made it. */
export function readTransitionId(
  id: string,
): Omit<PlacedTransition, 'transition'> & { readonly branch: number } {
  // Made by `transitionId`.
  const [source, trigger, index, branch = 0] = JSON.parse(id) as [string, Trigger, number, number?];
  return { source, trigger, index, branch };
}

/** The transition that an arrow belongs to; undefined when it is gone. */
export function transitionAt(chart: Statechart, id: string): PlacedTransition | undefined {
  const wanted = readTransitionId(id);
  const state = stateAt(chart, wanted.source);
  if (state === undefined) return undefined;
  return transitionsOf(wanted.source, state).find((one) => transitionId(one) === transitionId(wanted));
}

/** A trigger as it is typed: `paid`, `after 500`, `always`, `done`. */
export function triggerText(trigger: Trigger): string {
  switch (trigger.by) {
    case 'on':
      return trigger.when;
    case 'after':
      return `after ${trigger.when}`;
    case 'always':
      return 'always';
    case 'onDone':
      return 'done';
  }
}

/** What somebody typed as a trigger; null when it is empty. */
export function readTrigger(text: string): Trigger | null {
  const wanted = text.trim();
  if (wanted === '') return null;
  if (wanted === 'always') return { by: 'always' };
  if (wanted === 'done') return { by: 'onDone' };
  const after = /^after\s+(.+?)(?:\s*ms)?$/.exec(wanted)?.[1];
  return after === undefined ? { by: 'on', when: wanted } : { by: 'after', when: after };
}
