import type { MetricDifference } from '#engine/analysis/compare/compareReports';
import { useText } from '#ui/i18n/useText';
import styles from './compare.module.css';

/** Whether a difference is for the better or the worse, in a word; nothing where it is neither. */
export function Verdict({ of: { verdict } }: { readonly of: MetricDifference }) {
  const t = useText();
  if (verdict !== 'better' && verdict !== 'worse') return null;
  return (
    <span className={styles['verdict']} data-verdict={verdict}>
      {t(`compare.${verdict}`)}
    </span>
  );
}
