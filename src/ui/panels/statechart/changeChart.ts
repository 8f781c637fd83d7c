import type { Branch, ChartState, Statechart, Transition } from '#engine/model/statechart/Statechart';
import { pathOf, type PlacedTransition, type Trigger } from './chartPlaces';

/** The chart with another state in the place of one. */
export function withState(
  chart: Statechart,
  id: string,
  change: (state: ChartState) => ChartState,
): Statechart {
  return { ...chart, root: changeAt(chart.root, pathOf(id), change) };
}

function changeAt(
  state: ChartState,
  [key, ...rest]: readonly string[],
  change: (state: ChartState) => ChartState,
): ChartState {
  if (key === undefined) return change(state);
  return {
    ...state,
    states: state.states.map((inside) => (inside.key === key ? changeAt(inside, rest, change) : inside)),
  };
}

/** A state without anything in it. */
export function plainState(key: string): ChartState {
  return {
    key,
    id: null,
    type: 'atomic',
    description: '',
    initial: null,
    entry: [],
    exit: [],
    on: [],
    after: [],
    always: [],
    onDone: [],
    output: undefined,
    history: 'shallow',
    target: null,
    states: [],
  };
}

/** A transition that does nothing but lead to targets. */
export const plainTransition = (targets: readonly string[] | null): Transition => ({
  targets,
  guard: null,
  reenter: false,
  actions: [],
});

/** The state with one more transition, the last of its trigger. */
export function addTransition(state: ChartState, trigger: Trigger, transition: Transition): ChartState {
  return changeList(state, trigger, (list) => [...list, transition]);
}

/** How many transitions a state has by a trigger. */
export function countOf(state: ChartState, trigger: Trigger): number {
  return listOf(state, trigger).length;
}

/** The state with one transition changed, or without it where the change gives null. */
export function changeTransition(
  state: ChartState,
  { trigger, index }: Pick<PlacedTransition, 'trigger' | 'index'>,
  change: (transition: Transition) => Transition | null,
): ChartState {
  return changeList(state, trigger, (list) =>
    list.flatMap((one, place) => (place === index ? (change(one) ?? []) : [one])),
  );
}

function listOf(state: ChartState, trigger: Trigger): readonly Transition[] {
  if (trigger.by === 'always' || trigger.by === 'onDone') return state[trigger.by];
  return state[trigger.by].find(({ when }) => when === trigger.when)?.transitions ?? [];
}

function changeList(
  state: ChartState,
  trigger: Trigger,
  change: (list: readonly Transition[]) => readonly Transition[],
): ChartState {
  const list = change(listOf(state, trigger));
  if (trigger.by === 'always' || trigger.by === 'onDone') return { ...state, [trigger.by]: list };
  return { ...state, [trigger.by]: changeBranch(state[trigger.by], trigger.when, list) };
}

function changeBranch(
  branches: readonly Branch[],
  when: string,
  transitions: readonly Transition[],
): readonly Branch[] {
  if (transitions.length === 0) return branches.filter((branch) => branch.when !== when);
  const isKnown = branches.some((branch) => branch.when === when);
  if (!isKnown) return [...branches, { when, transitions }];
  return branches.map((branch) => (branch.when === when ? { when, transitions } : branch));
}
