import { flattenStates } from '#engine/model/statechart/flattenStates';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import type { ChartAction, ChartState, Transition } from '#engine/model/statechart/Statechart';
import type { EmitTraits } from '#engine/model/Traits';
import type { ChartSettings } from './chartFields';

/**
 * What a handler with a statechart may emit because of an event. Which event leads to which of it depends on where the chart
 * stands, so that any may. One chart for all events is there before the first: what no event has to lead to needs none.
 */
export function chartEmits({ chart, chartInstances }: ChartSettings): readonly EmitTraits[] {
  const read = chart === null ? null : readStatechart(chart, null);
  if (read?.ok !== true) return [];
  const states = flattenStates(read.value).map(({ state }) => state);
  const byEvents = states.flatMap(({ on }) => actionsOf(on.flatMap(({ transitions }) => transitions)));
  const byItself = states.flatMap(ownActions);
  const isDriven = byItself.some(({ type }) => type === 'raise');
  const isBefore = chartInstances === 'one';
  return [...emitsAmong(byEvents, !(isBefore && isDriven)), ...emitsAmong(byItself, !isBefore)];
}

/** What a state does without a transition that an event of a name has to be there for. */
function ownActions({ entry, exit, initial, after, always, onDone }: ChartState): readonly ChartAction[] {
  const moves = [...after.flatMap(({ transitions }) => transitions), ...always, ...onDone];
  return [...entry, ...exit, ...(initial?.actions ?? []), ...actionsOf(moves)];
}

const actionsOf = (transitions: readonly Transition[]) => transitions.flatMap(({ actions }) => actions);

function emitsAmong(actions: readonly ChartAction[], needsEvent: boolean): readonly EmitTraits[] {
  return actions.flatMap((action) =>
    action.type === 'emit'
      ? [
          {
            type: action.params.type,
            isByName: true,
            to: action.params.to,
            count: 1,
            isCertain: false,
            on: 'done' as const,
            needsEvent,
          },
        ]
      : [],
  );
}
