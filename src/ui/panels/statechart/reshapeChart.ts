import type { ChartState, Statechart } from '#engine/model/statechart/Statechart';
import type { StateForm } from '#ui/panels/graph/AutomatonPicture';
import { plainState, withState } from './changeChart';
import { allStates, idOf, pathOf, stateAt } from './chartPlaces';
import { freeKey } from './freeKey';
import { rewriteTargets, withInitials } from './rewriteTargets';

/** The chart with a state called otherwise. */
export function renamed(chart: Statechart, id: string, key: string): Statechart {
  const path = pathOf(id);
  const parent = path.slice(0, -1);
  const next = withState(chart, idOf(parent), (around) => ({
    ...around,
    initial:
      around.initial?.target === path.at(-1) && around.initial !== null
        ? { target: key, actions: around.initial.actions }
        : around.initial,
    states: around.states.map((one) => (one.key === path.at(-1) ? { ...one, key } : one)),
  }));
  const fresh = [...parent, key];
  return rewriteTargets(chart, next, (old) => idOf(replaced(pathOf(old), path, fresh)));
}

/** A path with its beginning replaced, where it begins so. */
function replaced(
  path: readonly string[],
  start: readonly string[],
  by: readonly string[],
): readonly string[] {
  return start.every((key, index) => path[index] === key) ? [...by, ...path.slice(start.length)] : path;
}

const isInside = (id: string, outer: string) => id === outer || id.startsWith(`${outer}.`);

/** The chart without a state and all that is inside of it. */
export function removed(chart: Statechart, id: string): Statechart {
  const path = pathOf(id);
  const next = withState(chart, idOf(path.slice(0, -1)), (around) => ({
    ...around,
    states: around.states.filter(({ key }) => key !== path.at(-1)),
  }));
  return rewriteTargets(chart, withInitials(next), (old) => (isInside(old, id) ? null : old));
}

/** The chart with a state inside of another. */
export function moved(chart: Statechart, id: string, parent: string): Statechart {
  const path = pathOf(id);
  const state = stateAt(chart, id);
  const target = stateAt(chart, parent);
  if (state === undefined || target === undefined || isInside(parent, id)) return chart;
  if (idOf(path.slice(0, -1)) === parent) return chart;
  const key = freeKey(state.key, target);
  const without = withState(chart, idOf(path.slice(0, -1)), (around) => ({
    ...around,
    states: around.states.filter((one) => one.key !== state.key),
  }));
  const next = withState(without, parent, (around) => ({
    ...around,
    states: [...around.states, { ...state, key }],
  }));
  const fresh = [...pathOf(parent), key];
  return rewriteTargets(chart, withInitials(next), (old) => idOf(replaced(pathOf(old), path, fresh)));
}

/** The chart with a state of another form. What cannot be in a state of that form goes. */
export function reformed(chart: Statechart, id: string, form: StateForm): Statechart {
  const isLeaf = form === 'final' || form === 'history' || form === 'deepHistory';
  const next = withState(chart, id, (state) => {
    if (form === 'parallel') return { ...state, type: 'parallel', initial: null };
    if (form === 'final') return { ...leaf(state), type: 'final', entry: state.entry, exit: state.exit };
    if (isLeaf) {
      return { ...leaf(state), type: 'history', history: form === 'deepHistory' ? 'deep' : 'shallow' };
    }
    return {
      ...state,
      type: state.states.length > 0 ? 'compound' : 'atomic',
      target: null,
      output: undefined,
    };
  });
  const gone = isLeaf
    ? allStates(chart)
        .map(([one]) => one)
        .filter((one) => one !== id && isInside(one, id))
    : [];
  return rewriteTargets(chart, withInitials(next), (old) => (gone.includes(old) ? null : old));
}

const leaf = ({ key, id, description }: ChartState): ChartState => ({ ...plainState(key), id, description });
