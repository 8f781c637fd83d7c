import type { Path } from '../createProblem';
import type { ProblemList } from '../ProblemList';
import { flattenStates, type PlacedState } from './flattenStates';
import type { Statechart, Transition } from './Statechart';
import { TargetFinder } from './TargetFinder';

/** Reports ids that two states have, and targets that lead nowhere. */
export function checkTargets(chart: Statechart, problems: ProblemList): void {
  const placed = flattenStates(chart);
  const finder = new TargetFinder(placed);
  const ids = new Set<string>();
  for (const one of placed) {
    const path = pathOf(one);
    if (ids.has(one.id)) problems.wrong('duplicate-id', [...path, 'id'], one.id);
    ids.add(one.id);
    for (const [place, transition] of transitionsOf(one)) {
      for (const target of transition.targets ?? []) {
        if (finder.find(target, one.index) < 0) {
          problems.wrong('statechart-target', [...path, ...place], target);
        }
      }
    }
    checkHistory(one, placed, finder, problems);
  }
}

/** A history state must lead to an ordinary state when it remembers nothing. */
function checkHistory(
  { state, parent, ...rest }: PlacedState,
  placed: readonly PlacedState[],
  finder: TargetFinder,
  problems: ProblemList,
): void {
  if (state.type !== 'history') return;
  const path = [...pathOf({ state, parent, ...rest }), 'target'];
  for (const target of state.target ?? []) {
    const found = finder.findWithin(target, parent);
    if (found < 0) problems.wrong('statechart-target', path, target);
    else if (placed[found]?.state.type === 'history') problems.wrong('statechart-history', path, target);
  }
}

const pathOf = ({ path }: PlacedState): Path => path.flatMap((key) => ['states', key]);

function transitionsOf({ state }: PlacedState): readonly (readonly [Path, Transition])[] {
  const all = (place: Path, transitions: readonly Transition[]) =>
    transitions.map((one) => [place, one] as const);
  return [
    ...state.on.flatMap(({ when, transitions }) => all(['on', when], transitions)),
    ...state.after.flatMap(({ when, transitions }) => all(['after', when], transitions)),
    ...all(['always'], state.always),
    ...all(['onDone'], state.onDone),
  ];
}
