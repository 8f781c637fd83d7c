import { useContext } from 'react';
import { figureNames } from '#engine/analysis/predict/figureNames';
import { isOutside } from '#engine/analysis/predict/isOutside';
import type { FigureInterval } from '#engine/analysis/figureIntervals';
import type { MeanInterval } from '#engine/analysis/statistics/MeanInterval';
import type { NodePrediction } from '#engine/analysis/predict/Prediction';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { figureText } from './figureText';
import styles from './predict.module.css';
import { Tier } from './Tier';
import { useNodeName } from './useNodeName';

interface Props {
  readonly nodes: readonly NodePrediction[];
  readonly simulated: readonly FigureInterval[];
  /** Whether the runs were of another flow than the one on the canvas. */
  readonly isStale: boolean;
}

/** The figures of every node: predicted, and the mean of runs with its interval. */
export function FigureTable({ nodes, simulated, isStale }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const nameOf = useNodeName();
  const rows = nodes.flatMap(({ id, figures }) =>
    figureNames.flatMap((figure) => {
      const predicted = figures.find((one) => one.figure === figure);
      const interval = simulated.find((one) => one.id === id && one.figure === figure)?.interval ?? null;
      // A figure that is 0 by theory and never came up in a run says nothing.
      const isIdle = interval === null && (predicted === undefined || predicted.value === 0);
      return isIdle ? [] : [{ id, figure, predicted, interval }];
    }),
  );
  return (
    <table className={styles['table']} data-testid="figures">
      <caption>{isStale ? t('predicting.stale') : t('predicting.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('predicting.column.node')}</th>
          <th scope="col">{t('predicting.column.figure')}</th>
          <th scope="col">{t('predicting.column.predicted')}</th>
          <th scope="col">{t('predicting.column.simulated')}</th>
          <th scope="col">{t('predicting.column.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, figure, predicted, interval }) => {
          const text = (value: number) => figureText(figure, value, language);
          return (
            <tr key={`${id} ${figure}`}>
              <th scope="row">{nameOf(id)}</th>
              <td>{t(`predicting.figure.${figure}`)}</td>
              <td>
                {predicted === undefined ? (
                  '–'
                ) : (
                  <>
                    {text(predicted.value)} <Tier tier={predicted.tier} />
                  </>
                )}
              </td>
              <td>{interval === null ? '–' : text(interval.mean)}</td>
              <td>
                {interval === null ? '–' : intervalText(interval, text)}{' '}
                {!isStale && predicted !== undefined && isOutside(predicted, interval) && (
                  <span className={styles['outside']}>{t('predicting.outside')}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** One that reaches down to nothing is only a bound from above. */
function intervalText({ mean, low, high }: MeanInterval, text: (value: number) => string): string {
  return low === 0 && mean > 0 ? `≤ ${text(high)}` : `${text(low)} – ${text(high)}`;
}
