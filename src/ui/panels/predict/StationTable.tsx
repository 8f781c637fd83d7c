import { useContext } from 'react';
import type { StationPrediction } from '#engine/analysis/predict/Prediction';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration, formatNumber, formatPercent } from '#ui/look/format';
import styles from './predict.module.css';
import { Tier } from './Tier';
import { useNodeName } from './useNodeName';

const columns = ['station', 'model', 'load', 'throughput', 'growth', 'queue', 'wait'] as const;

/** Every waiting line with the theory that fits it. */
export function StationTable({ stations }: { readonly stations: readonly StationPrediction[] }) {
  const t = useText();
  return (
    <table className={styles['table']} data-testid="stations">
      <caption>{t('predicting.stations')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`predicting.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stations.map((station) => (
          <Row key={station.id} station={station} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ station }: { readonly station: StationPrediction }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const nameOf = useNodeName();
  const { nodes, model, tier, load, throughputPerSecond, growthPerSecond, queue, waitUs, isEndless } =
    station;
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  return (
    <tr data-endless={isEndless || undefined}>
      <th scope="row">{nodes.map(nameOf).join(', ')}</th>
      <td>
        {model !== null && tier !== null ? (
          <>
            {tier === 'simulation' ? t('predicting.model.runs') : model} <Tier tier={tier} />
          </>
        ) : (
          t('predicting.unknown')
        )}
      </td>
      <td>{load === null ? '–' : formatPercent(load, language)}</td>
      <td>{number(throughputPerSecond)}</td>
      <td>{number(growthPerSecond)}</td>
      <td>{isEndless ? t('predicting.noEnd') : number(queue)}</td>
      <td>{isEndless ? t('predicting.noEnd') : waitUs === null ? '–' : formatDuration(waitUs, language)}</td>
    </tr>
  );
}
