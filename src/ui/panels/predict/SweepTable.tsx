import { useContext } from 'react';
import type { FigureId } from '#engine/analysis/predict/figureNames';
import type { SweepPoint } from '#engine/analysis/predict/sweep';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatNumber } from '#ui/look/format';
import { figureText } from './figureText';
import styles from './predict.module.css';
import { Tier } from './Tier';

interface Props {
  readonly points: readonly SweepPoint[];
  readonly figure: FigureId;
  readonly title: string;
}

/** The curve as a table. */
export function SweepTable({ points, figure, title }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const text = (value: number) => figureText(figure, value, language);
  return (
    <table className={styles['table']} data-testid="sweep">
      <caption>{t(`predicting.figure.${figure}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('predicting.column.predicted')}</th>
          <th scope="col">{t('predicting.column.simulated')}</th>
          <th scope="col">{t('predicting.column.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ value, predicted, isOverloaded, simulated }) => (
          <tr key={value}>
            <th scope="row">{formatNumber(value, language)}</th>
            <td>
              {predicted !== null && (
                <>
                  {text(predicted.value)} <Tier tier={predicted.tier} />
                </>
              )}
              {predicted === null && (isOverloaded ? t('predicting.noEnd') : '–')}
            </td>
            <td>{simulated === null ? '–' : text(simulated.mean)}</td>
            <td>{simulated === null ? '–' : `${text(simulated.low)} – ${text(simulated.high)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
