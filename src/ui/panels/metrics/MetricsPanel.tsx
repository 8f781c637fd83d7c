import type { ComponentType } from 'react';
import { useText } from '#ui/i18n/useText';
import { useMetrics, type MetricsView } from '#ui/store/metricsStore';
import { useRun } from '#ui/store/runStore';
import { HeatView } from './HeatView';
import styles from './metrics.module.css';
import { SpreadView } from './SpreadView';
import { SummaryView } from './SummaryView';
import { TimeView } from './TimeView';

const views: Readonly<Record<MetricsView, ComponentType>> = {
  time: TimeView,
  heat: HeatView,
  spread: SpreadView,
  summary: SummaryView,
};

/** The figures of a run: over time, as a map of durations, how durations spread, and all in sum. */
export function MetricsPanel() {
  const t = useText();
  const isLoaded = useRun((state) => state.generation > 0);
  const isEmpty = useRun((state) => state.isComplete && state.summary?.steps === 0);
  const view = useMetrics((state) => state.view);
  if (!isLoaded) return <p className={styles['none']}>{t('player.noRunYet')}</p>;
  if (isEmpty) return <p className={styles['none']}>{t('player.nothingRuns')}</p>;
  const View = views[view];
  return <View />;
}
