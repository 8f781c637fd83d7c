import { useMemo, useState } from 'react';
import type { Problem } from '#engine/model/Problem';
import type { Statechart } from '#engine/model/statechart/Statechart';
import { useText } from '#ui/i18n/useText';
import type { StateForm } from '#ui/panels/graph/AutomatonPicture';
import { GraphEditor } from '#ui/panels/graph/GraphEditor';
import type { Place } from '#ui/panels/graph/walkPicture';
import { useDocument } from '#ui/store/documentStore';
import styles from '../inspector/control.module.css';
import type { FieldControlProps, FieldOf } from '../inspector/FieldControl';
import { chartEdits } from './chartEdits';
import { chartOfSetting, settingOfChart } from './chartOfSetting';
import { chartPicture } from './chartPicture';
import { allStates, transitionAt, triggerText } from './chartPlaces';
import { ChartTransfer } from './ChartTransfer';
import { DraftForm } from './DraftForm';
import { LeftOutList } from './LeftOutList';
import { MissingTypes } from './MissingTypes';
import { PlaceDetails } from './PlaceDetails';
import chartStyles from './statechart.module.css';
import { wholeFields, wholeOf, wholeSettings } from './wholeForm';

const forms: readonly StateForm[] = ['plain', 'parallel', 'final', 'history', 'deepHistory'];

/** The statechart of a handler, to draw: states and transitions in the graph, what they do in forms below it. */
export function ChartEditor({ value, label, id, onChange, onEnd }: FieldControlProps<FieldOf<'statechart'>>) {
  const t = useText();
  const chart = useMemo(() => chartOfSetting(value), [value]);
  const types = useDocument((state) => state.doc.eventTypes);
  const letters = useMemo(() => [...types.map(({ name }) => name), 'always', 'after 1000', 'done'], [types]);
  const [isWhole, setWhole] = useState(false);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const picture = useMemo(
    () => chartPicture(chart, t('chart.whole'), undefined, isWhole),
    [chart, t, isWhole],
  );
  const take = (next: Statechart): boolean => {
    const made = settingOfChart(next);
    setRefused(made.ok ? [] : made.problems);
    if (made.ok) onChange(made.value);
    return made.ok;
  };
  const edits = chartEdits(chart, (next) => {
    if (take(next)) onEnd();
  });
  const states = allStates(chart).length - 1;
  const details = (place: Place) => (
    <PlaceDetails chart={chart} place={place} types={types} idPrefix={id} onChange={take} onEnd={onEnd} />
  );
  return (
    <fieldset className={styles['stack']} aria-label={label}>
      <GraphEditor
        picture={picture}
        label={label}
        edits={edits}
        letters={letters}
        forms={forms}
        textOf={(arrow) => {
          const found = transitionAt(chart, arrow);
          return found === undefined ? '' : triggerText(found.trigger);
        }}
        slot={details}
      />
      <LeftOutList problems={refused} />
      <MissingTypes chart={chart} types={types} />
      <p className={styles['hint']}>{t('chart.labels')}</p>
      <label className={chartStyles['check']}>
        <input type="checkbox" checked={isWhole} onChange={() => setWhole(!isWhole)} />
        {t('chart.showWhole')}
      </label>
      {states > 0 && (
        <DraftForm
          fields={wholeFields}
          owner="chartWhole"
          idPrefix={`${id}-whole`}
          settings={wholeSettings(chart)}
          onChange={(settings) => take(wholeOf(chart, settings))}
          onEnd={onEnd}
        />
      )}
      <ChartTransfer
        value={value}
        onImport={(imported) => {
          onChange(imported);
          onEnd();
        }}
      />
    </fieldset>
  );
}
