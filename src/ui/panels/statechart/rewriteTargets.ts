import { flattenStates } from '#engine/model/statechart/flattenStates';
import type { ChartState, Statechart, Transition } from '#engine/model/statechart/Statechart';
import { TargetFinder } from '#engine/model/statechart/TargetFinder';
import { changeTransition, withState } from './changeChart';
import { allStates, idOf, pathOf, stateAt, transitionsOf } from './chartPlaces';

/**
 * The chart after states were renamed, moved or removed, with every target leading where it led before. `before` and
 * `moved` say what became of a state by its old id: its new id, or null when it is gone. A transition that led only to
 * states that are gone goes with them.
 */
export function rewriteTargets(
  before: Statechart,
  after: Statechart,
  moved: (id: string) => string | null,
): Statechart {
  const placed = flattenStates(before);
  const finder = new TargetFinder(placed);
  const led = (text: string, source: number, within: boolean): string | null => {
    const index = within ? finder.findWithin(text, source) : finder.find(text, source);
    const found = placed[index];
    return found === undefined ? null : moved(idOf(found.path));
  };
  let chart = after;
  for (const { state, index, parent, path } of placed) {
    const id = moved(idOf(path));
    if (id === null || stateAt(chart, id) === undefined) continue;
    for (const one of transitionsOf(id, state).toReversed()) {
      chart = withState(chart, id, (now) =>
        changeTransition(now, one, (transition) => {
          if (transition.targets === null) return transition;
          const targets = transition.targets.flatMap((text) => led(text, index, false) ?? []);
          return targets.length === 0 ? null : withTargets(chart, id, transition, targets);
        }),
      );
    }
    if (state.target !== null) {
      const targets = state.target.flatMap((text) => led(text, parent, true) ?? []);
      chart = withState(chart, id, (now) => ({
        ...now,
        target: targets.length === 0 ? null : targets.map((target) => `#${idTo(chart, target)}`),
      }));
    }
  }
  return withInitials(chart);
}

function withTargets(
  chart: Statechart,
  source: string,
  transition: Transition,
  targets: readonly string[],
): Transition {
  return { ...transition, targets: targets.map((target) => targetText(chart, source, target)) };
}

/** The shortest way to name a state as the target of a transition of another: `beside`, `.inside`, `#anywhere`. */
export function targetText(chart: Statechart, source: string, target: string): string {
  const from = pathOf(source);
  const to = pathOf(target);
  const isBelow = (outer: readonly string[]) =>
    to.length > outer.length && outer.every((key, index) => to[index] === key);
  if (from.length > 0 && isBelow(from.slice(0, -1)) && to.length === from.length) return to.at(-1) ?? '';
  if (isBelow(from)) return `.${to.slice(from.length).join('.')}`;
  return `#${idTo(chart, target)}`;
}

/** The id by which `#id` leads to a state from everywhere. */
function idTo({ root }: Statechart, id: string): string {
  const rootId = root.id ?? root.key;
  let state: ChartState | undefined = root;
  for (const key of pathOf(id)) state = state?.states.find((one) => one.key === key);
  return state?.id ?? [rootId, ...pathOf(id)].join('.');
}

/** Every state with others inside begins somewhere, and is of a type that has others inside. */
export function withInitials(chart: Statechart): Statechart {
  let sound = chart;
  for (const [id] of allStates(chart)) sound = withState(sound, id, soundState);
  return sound;
}

function soundState(state: ChartState): ChartState {
  const { type, states, initial } = state;
  if (states.length === 0) {
    return type === 'compound' || type === 'parallel' ? { ...state, type: 'atomic', initial: null } : state;
  }
  const kind = type === 'parallel' ? 'parallel' : 'compound';
  if (kind === 'parallel') return { ...state, type: kind, initial: null };
  const plain = states.filter((inside) => inside.type !== 'history');
  const isKnown = plain.some(({ key }) => key === initial?.target);
  const first = plain[0];
  if (isKnown || first === undefined) return { ...state, type: kind };
  return { ...state, type: kind, initial: { target: first.key, actions: initial?.actions ?? [] } };
}
