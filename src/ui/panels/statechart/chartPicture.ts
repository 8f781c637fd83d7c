import { flattenStates, type PlacedState } from '#engine/model/statechart/flattenStates';
import type { ChartState, Statechart } from '#engine/model/statechart/Statechart';
import { TargetFinder } from '#engine/model/statechart/TargetFinder';
import type {
  AutomatonPicture,
  PictureArrow,
  PictureState,
  PictureToken,
  StateForm,
} from '#ui/panels/graph/AutomatonPicture';
import { idOf, transitionId, transitionsOf, triggerText, type PlacedTransition } from './chartPlaces';
import { actionsText } from './actionsText';

/** What of a run is shown in the picture. */
export interface ChartNow {
  /** Ids of the states that are lit. */
  readonly current: readonly string[];
  /** By id of a state: who is in it. */
  readonly tokens: ReadonlyMap<string, readonly PictureToken[]> | null;
  /** By id of a state: a word on how many are in it. */
  readonly notes: ReadonlyMap<string, string>;
}

const nothing: ChartNow = { current: [], tokens: null, notes: new Map() };

/**
 * A statechart as a picture: a state for every state but the outermost, which is the paper, unless it has transitions of
 * its own or is asked for; an arrow for every transition.
 */
export function chartPicture(
  chart: Statechart,
  wholeName: string,
  now: ChartNow = nothing,
  isWholeWanted = false,
): AutomatonPicture {
  const placed = flattenStates(chart);
  const finder = new TargetFinder(placed);
  const hasFrame = isWholeWanted || transitionsOf('', chart.root).length > 0;
  const shown = placed.filter(({ index }) => index > 0 || hasFrame);
  return {
    states: shown.map((one) => stateOf(one, placed, hasFrame, wholeName, now)),
    arrows: shown.flatMap((one) => arrowsOf(one, placed, finder)),
    current: now.current,
  };
}

function stateOf(
  { state, parent, path }: PlacedState,
  placed: readonly PlacedState[],
  hasFrame: boolean,
  wholeName: string,
  now: ChartNow,
): PictureState {
  const id = idOf(path);
  const around = placed[parent];
  const tokens = now.tokens?.get(id);
  // There is room for one of them: in a run, for how many are here.
  const note = now.tokens === null ? actionsNote(state) : (now.notes.get(id) ?? '');
  return {
    id,
    label: path.length === 0 ? wholeName : state.key,
    isInitial: around?.state.initial?.target === state.key,
    isAccepting: state.type === 'final',
    form: formOf(state),
    ...(around !== undefined && (parent > 0 || hasFrame) && { parent: idOf(around.path) }),
    ...((note !== '' || now.tokens !== null) && { note }),
    ...(now.tokens !== null && state.states.length === 0 && { tokens: tokens ?? [] }),
  };
}

/** The form of a state in a picture. */
function formOf({ type, history }: ChartState): StateForm {
  if (type === 'history') return history === 'deep' ? 'deepHistory' : 'history';
  return type === 'parallel' || type === 'final' ? type : 'plain';
}

function actionsNote({ entry, exit }: ChartState): string {
  const parts = [
    entry.length > 0 && `entry / ${actionsText(entry)}`,
    exit.length > 0 && `exit / ${actionsText(exit)}`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

function arrowsOf(
  one: PlacedState,
  placed: readonly PlacedState[],
  finder: TargetFinder,
): readonly PictureArrow[] {
  const source = idOf(one.path);
  return transitionsOf(source, one.state).flatMap((placedOne) => {
    const { targets, guard } = placedOne.transition;
    // One without a target stays where it is; one with several leads to all of them at once.
    return (targets ?? [null]).map((target, branch) => {
      const found = target === null ? one : placed[finder.find(target, one.index)];
      return {
        id: transitionId(placedOne, branch),
        from: source,
        to: idOf((found ?? one).path),
        lines: linesOf(placedOne, branch),
        ...(guard === 'false' && { isDashed: true }),
      };
    });
  });
}

/**
 * `paid [total > 0] / emit Shipped`, in as many lines as it has parts. Of the arrows to several targets all have the sign of
 * it, and the first the rest.
 */
function linesOf({ trigger, transition }: PlacedTransition, branch: number): readonly string[] {
  const { guard, actions, targets, reenter } = transition;
  const more = (targets?.length ?? 0) > 1 ? ' ⇉' : '';
  const head = `${triggerText(trigger)}${reenter ? ' ↻' : ''}${more}`;
  if (branch > 0) return [head];
  return [
    head,
    ...(guard === null ? [] : [`[${guard}]`]),
    ...(actions.length === 0 ? [] : [`/ ${actionsText(actions)}`]),
  ];
}
