import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { HourglassIcon, RetryIcon } from '#ui/look/icons';
import styles from './BusFace.module.css';
import type { QueueView } from './BusView';

interface QueueMarksProps {
  readonly queue: QueueView;
  /** Whether there is room for what happened, besides what is. */
  readonly hasRoom?: boolean;
}

/** What a queue holds back, each with its number: copies that will be retried, and delayed ones; and how many expired. */
export function QueueMarks({ queue, hasRoom = false }: QueueMarksProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { retryingCount, delayedCount, expired } = queue;
  return (
    <>
      {retryingCount > 0 && (
        <span
          className={styles['mark']}
          data-tone="danger"
          title={t('canvas.retrying', { n: retryingCount })}
        >
          <RetryIcon size={11} />
          {formatCount(retryingCount, language)}
        </span>
      )}
      {delayedCount > 0 && (
        <span className={styles['mark']} title={t('canvas.delayed', { n: delayedCount })}>
          <HourglassIcon size={11} />
          {formatCount(delayedCount, language)}
        </span>
      )}
      {hasRoom && expired > 0 && (
        <span className={styles['mark']} data-tone="danger">
          {t('canvas.expired', { n: formatCount(expired, language) })}
        </span>
      )}
    </>
  );
}
