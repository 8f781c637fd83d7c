import { useContext } from 'react';
import type { Totals } from '#engine/runtime/totals';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount, formatDuration } from '#ui/look/format';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useRunProgress } from '#ui/store/useRunProgress';
import { EndChoice, useEnd } from './EndChoice';
import { Ledger } from './Ledger';
import { MetricsFrame } from './MetricsFrame';
import styles from './metrics.module.css';
import { NumberTable } from './NumberTable';
import { nodeNumbers } from './nodeNumbers';
import { useSteady } from './useSteady';

/** The whole run in figures: what became of everything, and every node in a row. */
export function SummaryView() {
  const t = useText();
  const language = useContext(LanguageContext);
  const flow = useFlowWords();
  const isLoaded = useRun((state) => state.generation > 0);
  const end = useEnd();
  const version = useRunProgress();
  const value = useSteady('totals', useRunAnswer('totals', isLoaded ? [end] : null, version));
  const doc = useRun((state) => state.doc);
  // The answer about another flow, until there is the one about this one.
  const totals =
    value !== null &&
    isOf(
      value,
      doc.nodes.map(({ id }) => id),
    )
      ? value
      : null;
  const numbers = () => (totals === null ? null : nodeNumbers(totals, doc, { t, flow, language }));
  const rows = numbers();
  return (
    <MetricsFrame
      controls={<EndChoice />}
      isZoomable={false}
      isEmpty={rows === null}
      numbers={numbers}
      hasOwnTable
    >
      {totals === null || rows === null ? (
        <p className={styles['none']}>{t('metrics.asking')}</p>
      ) : (
        <div className={styles['summary']}>
          <p>
            {t('metrics.run', {
              time: formatDuration(totals.report.timeUs, language),
              steps: formatCount(totals.report.steps, language),
              events: formatCount(totals.report.eventsPublished, language),
            })}
          </p>
          <Ledger totals={totals} />
          <NumberTable numbers={rows} />
        </div>
      )}
    </MetricsFrame>
  );
}

function isOf({ report }: Totals, ids: readonly string[]): boolean {
  const known = new Set(ids);
  return report.nodes.every(({ id }) => known.has(id));
}
