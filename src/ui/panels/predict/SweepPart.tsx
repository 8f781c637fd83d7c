import { useState } from 'react';
import { figureNames, type FigureId } from '#engine/analysis/predict/figureNames';
import { parametersOf, type Parameter } from '#engine/analysis/predict/parameters';
import { sweepValues } from '#engine/analysis/predict/sweep';
import { kinds } from '#kinds/index';
import { useText } from '#ui/i18n/useText';
import { fieldText } from '#ui/panels/inspector/fieldText';
import { useDocument } from '#ui/store/documentStore';
import { usePredict } from '#ui/store/predictStore';
import { useView } from '#ui/store/viewStore';
import styles from './predict.module.css';
import { SweepCurve } from './SweepCurve';
import { usualParameter, usualPlace } from './sweepPreset';
import { SweepTable } from './SweepTable';
import { TaskButton } from './TaskButton';

const pointCount = 8;

/** One number turned from here to there, and a figure at each of its values: predicted and simulated. */
export function SweepPart() {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const selected = useView((state) => state.selection.nodes[0]);
  const { answer } = usePredict((state) => state.sweep);
  const prediction = usePredict((state) => state.prediction.answer);
  const [chosen, setChosen] = useState({ node: '', parameter: '', of: '', from: '', to: '' });
  const [figure, setFigure] = useState<FigureId>('wait.meanUs');
  const [asked, setAsked] = useState<{ readonly figure: FigureId; readonly title: string } | null>(null);
  const turnable = doc.nodes.filter(({ id }) => parametersOf(doc, kinds, id).length > 0);
  const node =
    turnable.find(({ id }) => id === (chosen.node || selected)) ??
    turnable.find(({ id }) => id === prediction?.bottleneck) ??
    turnable[0];
  if (node === undefined) return <p className={styles['prompt']}>{t('predicting.empty')}</p>;
  const all = parametersOf(doc, kinds, node.id);
  const keyOf = ({ field, part }: Parameter) => `${field}.${part}`;
  const parameter = all.find((one) => keyOf(one) === chosen.parameter) ?? usualParameter(doc, all);
  if (parameter === undefined) return null;
  const titleOf = ({ field, part }: Parameter) => {
    const name = fieldText(t, `${node.kind}.${field}`);
    return part === '' ? name : `${name}, ${fieldText(t, `law.${part}`)}`;
  };
  const range = rangeOf(parameter, chosen.from, chosen.to);
  const of = doc.nodes.some(({ id }) => id === chosen.of) ? chosen.of : usualPlace(prediction, node.id);
  const request = () => {
    if (range === null) return null;
    const title = `${node.name}: ${titleOf(parameter)}`;
    setAsked({ figure, title });
    const values = sweepValues(parameter, range.from, range.to, pointCount);
    return { question: 'sweep', doc, parameter, values, figure: { node: of, figure } } as const;
  };
  return (
    <div className={styles['scroll']}>
      <section className={styles['form']} aria-label={t('predicting.part.sweep')}>
        <label>
          {t('predicting.column.node')}
          <select
            value={node.id}
            onChange={({ target }) =>
              setChosen({ ...chosen, node: target.value, parameter: '', from: '', to: '' })
            }
          >
            {turnable.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('predicting.number')}
          <select
            value={keyOf(parameter)}
            onChange={({ target }) => setChosen({ ...chosen, parameter: target.value, from: '', to: '' })}
          >
            {all.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {titleOf(one)}
              </option>
            ))}
          </select>
        </label>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {t(`predicting.${end}`)}
            <input
              type="text"
              inputMode="decimal"
              value={chosen[end]}
              placeholder={String(usualRange(parameter)[end])}
              aria-invalid={range === null}
              onChange={({ target }) => setChosen({ ...chosen, [end]: target.value })}
            />
          </label>
        ))}
        <label>
          {t('predicting.of')}
          <select value={of} onChange={({ target }) => setChosen({ ...chosen, of: target.value })}>
            {doc.nodes
              .filter(({ kind }) => kinds.some((one) => one.id === kind && one.runs))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t('predicting.column.figure')}
          <select
            value={figure}
            onChange={({ target }) => {
              const found = figureNames.find((one) => one === target.value);
              if (found !== undefined) setFigure(found);
            }}
          >
            {figureNames.map((one) => (
              <option key={one} value={one}>
                {t(`predicting.figure.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <TaskButton question="sweep" label={t('predicting.draw')} request={request} />
        {range === null && (
          <p role="alert">{t('predicting.badRange', { min: parameter.min, max: parameter.max })}</p>
        )}
      </section>
      {answer !== null && asked !== null && (
        <div className={styles['swept']}>
          <SweepCurve points={answer} figure={asked.figure} title={asked.title} />
          <SweepTable points={answer} figure={asked.figure} title={asked.title} />
        </div>
      )}
    </div>
  );
}

/** From half of what it is to twice as much; whole numbers from 1 on. */
function usualRange({ value, min, max, isWhole, unit }: Parameter): {
  readonly from: number;
  readonly to: number;
} {
  if (isWhole) return { from: Math.max(1, min), to: Math.min(max, Math.max(value + 4, 6)) };
  if (unit === 'share') return { from: 0, to: 1 };
  return {
    from: Number((value / 2).toPrecision(3)),
    to: Math.min(max, Number((2 * value || 100).toPrecision(3))),
  };
}

/** Null where it is not one that the parameter can take. */
function rangeOf(parameter: Parameter, from: string, to: string) {
  const usual = usualRange(parameter);
  const read = (text: string, otherwise: number) =>
    text.trim() === '' ? otherwise : Number(text.replace(',', '.'));
  const range = { from: read(from, usual.from), to: read(to, usual.to) };
  const isIn = (value: number) => value >= parameter.min && value <= parameter.max;
  return isIn(range.from) && isIn(range.to) ? range : null;
}
