import { useText } from '#ui/i18n/useText';
import { useMetrics, type MetricsView } from '#ui/store/metricsStore';
import styles from './metrics.module.css';

const views: readonly MetricsView[] = ['time', 'heat', 'spread', 'summary'];

/** How the figures are shown. */
export function ViewChoice() {
  const t = useText();
  const shown = useMetrics(({ view }) => view);
  return (
    <fieldset className={styles['views']} aria-label={t('metrics.view')}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === shown}
          onClick={() => useMetrics.setState({ view, atUs: null })}
        >
          {t(`metrics.view.${view}`)}
        </button>
      ))}
    </fieldset>
  );
}
