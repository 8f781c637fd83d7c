import { useText } from '#ui/i18n/useText';
import { useRun } from '#ui/store/runStore';
import { Lanes } from './Lanes';
import { Scrubber } from './Scrubber';
import styles from './timeline.module.css';

/** The whole run as a strip to drag on, and below it what each node does around the playhead. */
export function Timeline() {
  const t = useText();
  const isLoaded = useRun((state) => state.generation > 0);
  const isEmpty = useRun((state) => state.isComplete && state.summary?.steps === 0);
  if (!isLoaded) return <p className={styles['empty']}>{t('player.noRunYet')}</p>;
  if (isEmpty) return <p className={styles['empty']}>{t('player.nothingRuns')}</p>;
  return (
    <div className={styles['timeline']}>
      <Scrubber />
      <Lanes />
    </div>
  );
}
