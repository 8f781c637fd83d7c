import { useMemo } from 'react';
import type { SeriesWindow } from '#engine/runtime/series/SeriesWindow';
import { useText } from '#ui/i18n/useText';
import type { Chart } from './chartsOf';
import styles from './metrics.module.css';
import { TimeChart } from './TimeChart';
import type { TimeRange } from './useTimeRange';
import { isBlank, valuesOf } from './valuesOf';

/** Drawings are costly: of a large flow so many nodes are compared. */
export const mostCharts = 36;

interface Props {
  readonly charts: readonly Chart[];
  readonly window: SeriesWindow;
  readonly range: TimeRange;
  /** Whether all charts are of one measure, and so have one scale. */
  readonly isCompared: boolean;
}

/** Figures over time, a small chart each. */
export function TimeCharts({ charts, window, range, isCompared }: Props) {
  const t = useText();
  const values = useMemo(() => valuesOf(charts, window), [charts, window]);
  const top = isCompared ? Math.max(0, ...values.flat(2).map((value) => value ?? 0)) : null;
  return (
    <>
      <div className={styles['charts']}>
        {charts.map((chart, index) => {
          const own = values[index] ?? [];
          return chart.isOptional && isBlank(own) ? null : (
            <TimeChart
              key={chart.id}
              chart={chart}
              edgesUs={window.edgesUs}
              values={own}
              range={range}
              top={top}
            />
          );
        })}
      </div>
      {isCompared && charts.length >= mostCharts && (
        <p className={styles['note']}>{t('metrics.onlySoMany', { n: mostCharts })}</p>
      )}
    </>
  );
}
