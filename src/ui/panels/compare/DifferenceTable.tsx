import { useContext, useState } from 'react';
import type { MetricDifference } from '#engine/analysis/compare/compareReports';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration } from '#ui/look/format';
import styles from './compare.module.css';
import type { PairNames } from './FirstDifference';
import { changeText, figureText, measureText, subjectText } from './metricText';
import type { MetricDifferences } from './useMetricDifferences';
import { Verdict } from './Verdict';

/** More are shown when somebody asks for them. */
const shownAtMost = 150;

interface Props {
  readonly figures: MetricDifferences | null;
  readonly docs: readonly FlowDoc[];
  readonly names: PairNames;
  readonly isToPlayhead: boolean;
  readonly onToPlayhead: (isToPlayhead: boolean) => void;
}

/** Every figure of both runs, what matters most first. */
export function DifferenceTable({ figures, docs, names, isToPlayhead, onToPlayhead }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const [isOnlyDifferent, setOnlyDifferent] = useState(true);
  const [isAll, setAll] = useState(false);
  const list = (figures?.list ?? []).filter(({ relevance }) => !isOnlyDifferent || relevance > 0);
  const isPart = figures !== null && Number.isFinite(figures.untilUs) && !isToPlayhead;
  return (
    <div className={styles['scroll']} data-testid="figures">
      <p className={styles['options']}>
        <label>
          {t('compare.until')}{' '}
          <select
            className={styles['select']}
            value={isToPlayhead ? 'playhead' : 'whole'}
            onChange={(event) => onToPlayhead(event.target.value === 'playhead')}
          >
            <option value="whole">{t('compare.until.whole')}</option>
            <option value="playhead">{t('compare.until.playhead')}</option>
          </select>
        </label>
        {isPart && (
          <span className={styles['note']}>
            {t('compare.computed', { time: formatDuration(figures.untilUs, language) })}
          </span>
        )}
        <label>
          <input
            type="checkbox"
            checked={isOnlyDifferent}
            onChange={(event) => setOnlyDifferent(event.target.checked)}
          />{' '}
          {t('compare.onlyDifferent')}
        </label>
      </p>
      {figures === null && <p className={styles['note']}>{t('compare.waiting')}</p>}
      {figures !== null && list.length === 0 && <p className={styles['note']}>{t('compare.noFigures')}</p>}
      {list.length > 0 && (
        <table className={styles['table']} aria-label={t('compare.figures')}>
          <thead>
            <tr>
              <th scope="col">{t('compare.what')}</th>
              <th scope="col">{names.own}</th>
              <th scope="col">{names.other}</th>
              <th scope="col">{t('compare.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {list.slice(0, isAll ? list.length : shownAtMost).map((one) => (
              <Row key={`${one.of} ${one.id} ${one.measure} ${one.detail}`} one={one} docs={docs} />
            ))}
          </tbody>
        </table>
      )}
      {!isAll && list.length > shownAtMost && (
        <button type="button" className={styles['button']} onClick={() => setAll(true)}>
          {t('compare.showAll', { n: list.length })}
        </button>
      )}
    </div>
  );
}

function Row({ one, docs }: { readonly one: MetricDifference; readonly docs: readonly FlowDoc[] }) {
  const t = useText();
  const language = useContext(LanguageContext);
  return (
    <tr>
      <th scope="row">
        {measureText(one, t)} <span className={styles['note']}>{subjectText(one, docs, t)}</span>
      </th>
      <td>{figureText(one.own, one.unit, t, language)}</td>
      <td>{figureText(one.other, one.unit, t, language)}</td>
      <td data-verdict={one.verdict}>
        {changeText(one, t, language)} <Verdict of={one} />
      </td>
    </tr>
  );
}
