import { flattenStates } from '#engine/model/statechart/flattenStates';
import type { Statechart, Transition } from '#engine/model/statechart/Statechart';
import { TargetFinder } from '#engine/model/statechart/TargetFinder';
import type { GraphEdits } from '#ui/panels/graph/GraphEdits';
import {
  addTransition,
  changeTransition,
  countOf,
  plainState,
  plainTransition,
  withState,
} from './changeChart';
import {
  idOf,
  pathOf,
  readTransitionId,
  readTrigger,
  stateAt,
  transitionAt,
  transitionId,
  type PlacedTransition,
} from './chartPlaces';
import { freeKey } from './freeKey';
import { moved, reformed, removed, renamed } from './reshapeChart';
import { targetText, withInitials } from './rewriteTargets';

type Put = (chart: Statechart) => void;

/** What the graph editor can do to a statechart; each edit hands on one new chart. */
export function chartEdits(chart: Statechart, onChange: Put): GraphEdits {
  const put: Put = (next) => onChange(withInitials(next));
  return { ...stateEdits(chart, put), ...arrowEdits(chart, put) };
}

type ArrowEdits = Required<Pick<GraphEdits, 'addArrow' | 'relabelArrow' | 'redirectArrow' | 'removeArrow'>>;
type StateEdits = Omit<GraphEdits, keyof ArrowEdits>;

function stateEdits(chart: Statechart, put: Put): StateEdits {
  return {
    addState({ label, parent = '', after }) {
      const around = stateAt(chart, parent) ?? chart.root;
      const key = freeKey(label, around);
      const id = idOf([...pathOf(parent), key]);
      let next = withState(chart, parent, (state) => ({
        ...state,
        states: [...state.states, plainState(key)],
      }));
      if (after !== undefined) next = connected(next, after.from, id, after.label)?.chart ?? next;
      put(next);
      return id;
    },
    renameState(id, label) {
      const path = pathOf(id);
      if (path.length === 0) return;
      const around = stateAt(chart, idOf(path.slice(0, -1)));
      const key = around === undefined ? '' : freeKey(label, around, path.at(-1));
      if (around !== undefined && key !== path.at(-1)) put(renamed(chart, id, key));
    },
    removeState(id) {
      if (id !== '') put(removed(chart, id));
    },
    markInitial(id) {
      const path = pathOf(id);
      if (path.length === 0) return;
      put(
        withState(chart, idOf(path.slice(0, -1)), (state) => ({
          ...state,
          initial: { target: path.at(-1) ?? '', actions: state.initial?.actions ?? [] },
        })),
      );
    },
    moveInto(id, parent) {
      const next = id === '' ? chart : moved(chart, id, parent ?? '');
      if (next !== chart) put(next);
    },
    changeForm(id, form) {
      // The whole chart has states inside, whatever else it is.
      if (id !== '' || form === 'plain' || form === 'parallel') put(reformed(chart, id, form));
    },
  };
}

function arrowEdits(chart: Statechart, put: Put): ArrowEdits {
  return {
    addArrow(from, to, label) {
      const added = connected(chart, from, to, label);
      if (added === null) return null;
      put(added.chart);
      return added.id;
    },
    relabelArrow(id, label) {
      const found = transitionAt(chart, id);
      const trigger = readTrigger(label);
      if (found === undefined || trigger === null) return;
      const { source, transition } = found;
      put(
        withState(chart, source, (state) =>
          addTransition(
            changeTransition(state, found, () => null),
            trigger,
            transition,
          ),
        ),
      );
    },
    redirectArrow(id, from, to) {
      const found = transitionAt(chart, id);
      if (found === undefined) return;
      const { source, trigger, transition } = found;
      const without = withState(chart, source, (state) => changeTransition(state, found, () => null));
      const { branch } = readTransitionId(id);
      const ends = targetsOf(chart, found).map((end, place) => (place === branch ? to : end));
      const targets = [...new Set(ends)].map((end) => targetText(without, from, end));
      put(withState(without, from, (state) => addTransition(state, trigger, { ...transition, targets })));
    },
    removeArrow(id) {
      const place = readTransitionId(id);
      put(
        withState(chart, place.source, (state) =>
          changeTransition(state, place, (transition) => withoutTarget(transition, place.branch)),
        ),
      );
    },
  };
}

/** The ids of the states that a transition leads to; its own state where it stays. */
function targetsOf(chart: Statechart, { source, transition }: PlacedTransition): readonly string[] {
  const placed = flattenStates(chart);
  const own = placed.find(({ path }) => idOf(path) === source);
  if (own === undefined || transition.targets === null) return [source];
  const finder = new TargetFinder(placed);
  return transition.targets.map((target) => idOf((placed[finder.find(target, own.index)] ?? own).path));
}

/** A transition with one target less; null when it had no other. */
function withoutTarget(transition: Transition, branch: number): Transition | null {
  const rest = transition.targets?.toSpliced(branch, 1) ?? [];
  return rest.length === 0 ? null : { ...transition, targets: rest };
}

function connected(
  chart: Statechart,
  from: string,
  to: string,
  label: string,
): { readonly chart: Statechart; readonly id: string } | null {
  const source = stateAt(chart, from);
  const trigger = readTrigger(label);
  if (source === undefined || trigger === null || source.type === 'final' || source.type === 'history') {
    return null;
  }
  const transition = plainTransition([targetText(chart, from, to)]);
  const id = transitionId({ source: from, trigger, index: countOf(source, trigger) });
  return { chart: withState(chart, from, (state) => addTransition(state, trigger, transition)), id };
}
