import type { Place } from '#engine/runtime/Trace';
import { useText } from '#ui/i18n/useText';
import { useMetrics } from '#ui/store/metricsStore';
import { usePlaceSeen } from '#ui/store/usePlaceSeen';

/** Whether sums are of the whole run or of what is left of the playhead. */
export function EndChoice() {
  const t = useText();
  const endsAtPlayhead = useMetrics((state) => state.endsAtPlayhead);
  return (
    <select
      aria-label={t('metrics.upTo')}
      value={endsAtPlayhead ? 'playhead' : 'run'}
      onChange={({ currentTarget }) =>
        useMetrics.setState({ endsAtPlayhead: currentTarget.value === 'playhead' })
      }
    >
      <option value="run">{t('metrics.wholeRun')}</option>
      <option value="playhead">{t('metrics.toPlayhead')}</option>
    </select>
  );
}

/** Where sums end; null for where the run does, as far as it is known. */
export function useEnd(): Place | null {
  const endsAtPlayhead = useMetrics((state) => state.endsAtPlayhead);
  const place = usePlaceSeen();
  return endsAtPlayhead ? place : null;
}
