import type { EventType } from '#engine/model/FlowDoc';
import type { Statechart } from '#engine/model/statechart/Statechart';
import type { Place } from '#ui/panels/graph/walkPicture';
import { changeTransition, withState } from './changeChart';
import { idOf, pathOf, stateAt, transitionAt } from './chartPlaces';
import { DraftForm } from './DraftForm';
import {
  fieldsOfState,
  stateOf,
  stateSettings,
  transitionFields,
  transitionOf,
  transitionSettings,
} from './placeForms';
import { targetText } from './rewriteTargets';

interface Props {
  readonly chart: Statechart;
  readonly place: Place;
  readonly types: readonly EventType[];
  readonly idPrefix: string;
  /** False when the chart would not be sound. */
  readonly onChange: (chart: Statechart) => boolean;
  readonly onEnd: () => void;
}

/** What more there is to set about a state or transition: guard, actions, output. */
export function PlaceDetails({ chart, place, types, idPrefix, onChange, onEnd }: Props) {
  const shared = { idPrefix: `${idPrefix}-${place.on}-${place.id}`, onEnd };
  if (place.on === 'state') {
    const state = stateAt(chart, place.id);
    if (state === undefined) return null;
    return (
      <DraftForm
        {...shared}
        fields={fieldsOfState(state, keysBeside(chart, place.id))}
        owner="chartState"
        settings={stateSettings(state, types)}
        onChange={(settings) => onChange(withState(chart, place.id, (now) => stateOf(now, settings, types)))}
      />
    );
  }
  const found = transitionAt(chart, place.id);
  if (found === undefined) return null;
  const { source, transition } = found;
  return (
    <DraftForm
      {...shared}
      fields={transitionFields}
      owner="chartTransition"
      settings={transitionSettings(transition, types)}
      onChange={(settings) =>
        onChange(
          withState(chart, source, (state) =>
            changeTransition(state, found, (now) =>
              transitionOf(now, settings, types, targetText(chart, source, source)),
            ),
          ),
        )
      }
    />
  );
}

/** The states that a history state may lead to while it remembers nothing. */
function keysBeside(chart: Statechart, id: string): readonly string[] {
  const around = stateAt(chart, idOf(pathOf(id).slice(0, -1)));
  return (around?.states ?? []).filter(({ type }) => type !== 'history').map(({ key }) => key);
}
