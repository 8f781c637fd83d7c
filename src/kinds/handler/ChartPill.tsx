import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import type { ChartView } from './chart/ChartView';
import styles from './HandlerFace.module.css';

/** Where the statechart is when it is one for all, or how many of one for each key have not come to their end. */
export function ChartPill({ chart }: { readonly chart: ChartView }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { isPerKey, instances, done, broken, recent } = chart;
  if (instances === 0) return null;
  const under = formatCount(instances - done - broken, language);
  const text = isPerKey
    ? t('canvas.charts', { n: under, all: formatCount(instances, language) })
    : (recent[0]?.text ?? '');
  if (text === '') return null;
  return (
    <span className={styles['pill']} data-tone={broken > 0 ? 'danger' : undefined} title={text}>
      {text}
    </span>
  );
}
