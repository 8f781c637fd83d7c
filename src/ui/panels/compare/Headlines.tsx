import { useContext } from 'react';
import { ArrowRight } from 'lucide-react';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { LanguageContext, useText } from '#ui/i18n/useText';
import styles from './compare.module.css';
import { headlinesOf, headlineText } from './metricText';
import type { MetricDifferences } from './useMetricDifferences';
import { Verdict } from './Verdict';

const shown = 3;

interface Props {
  readonly figures: MetricDifferences | null;
  readonly docs: readonly FlowDoc[];
}

/** The differences that matter most, in the words of what they mean. */
export function Headlines({ figures, docs }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const list = headlinesOf(figures?.list ?? [], shown);
  if (list.length === 0) return null;
  return (
    <>
      <ArrowRight size={13} aria-hidden className={styles['arrow']} />
      <ul className={styles['chips']} aria-label={t('compare.headline')} data-testid="headlines">
        {list.map((one) => (
          <li key={`${one.of} ${one.id} ${one.measure} ${one.detail}`} data-verdict={one.verdict}>
            {headlineText(one, docs, t, language)} <Verdict of={one} />
          </li>
        ))}
      </ul>
    </>
  );
}
