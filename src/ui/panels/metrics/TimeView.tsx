import { useContext, useMemo } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { chartsOf } from './chartsOf';
import { MetricsFrame } from './MetricsFrame';
import styles from './metrics.module.css';
import { SubjectChoice, useShownSubject } from './SubjectChoice';
import { mostCharts, TimeCharts } from './TimeCharts';
import { timeNumbers } from './timeNumbers';
import { useSeries } from './useSeries';
import { useTimeRange } from './useTimeRange';
import { figuresOf } from './valuesOf';

/** So many steps of a line: a chart is hardly wider than twice as many pixels. */
const buckets = 100;

/** Figures over virtual time: of the flow, of a node, or of all nodes beside each other. */
export function TimeView() {
  const t = useText();
  const language = useContext(LanguageContext);
  const flow = useFlowWords();
  const doc = useRun((state) => state.doc);
  const subject = useShownSubject(true);
  const range = useTimeRange();
  const charts = useMemo(() => chartsOf(subject, doc).slice(0, mostCharts), [subject, doc]);
  const of = useMemo(() => figuresOf(charts), [charts]);
  const window = useSeries(of, range, buckets);
  const isEmpty = window === null || window.edgesUs.length < 2;
  const title = t('metrics.view.time');
  return (
    <MetricsFrame
      controls={<SubjectChoice compares />}
      isZoomable
      isEmpty={isEmpty}
      numbers={() => (window === null ? null : timeNumbers(title, charts, window, { t, flow, language }))}
    >
      {window === null || isEmpty ? (
        <p className={styles['none']}>
          {t(
            charts.length === 0
              ? 'metrics.empty.charts'
              : window === null
                ? 'metrics.asking'
                : 'metrics.empty.time',
          )}
        </p>
      ) : (
        <TimeCharts charts={charts} window={window} range={range} isCompared={subject.of === 'nodes'} />
      )}
    </MetricsFrame>
  );
}
