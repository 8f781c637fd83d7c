import type { LogReading } from '#engine/interop/LogTable';
import { useText } from '#ui/i18n/useText';
import { formatCount, formatDuration } from '#ui/look/format';
import { useView } from '#ui/store/viewStore';
import styles from './dialog.module.css';

/** What was read out of a log. */
export function LogSummary({ reading }: { readonly reading: LogReading }) {
  const t = useText();
  const language = useView((state) => state.language);
  const { recording, durationMs, keys, skipped, newEventTypes } = reading;
  return (
    <output className={styles['note']}>
      {t('panels.log.summary', {
        n: formatCount(recording.events.length, language),
        span: formatDuration(durationMs * 1000, language),
        keys: formatCount(keys, language),
        types: formatCount(new Set(recording.events.map(([, type]) => type)).size, language),
        fresh: formatCount(newEventTypes.length, language),
      })}
      {skipped > 0 && ` ${t('panels.log.skipped', { n: formatCount(skipped, language) })}`}
    </output>
  );
}
