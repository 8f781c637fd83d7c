import { useContext } from 'react';
import type { ExploreProgress } from '#engine/analysis/explore/ExploreProgress';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { useExplore } from '#ui/store/exploreStore';
import styles from './explore.module.css';

interface Props {
  readonly progress: ExploreProgress | null;
  readonly perSecond: number;
  readonly isStopped: boolean;
}

/** How far exploring is, while it goes on or after it was stopped. */
export function ExploreRunning({ progress, perSecond, isStopped }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const count = (n: number) => formatCount(n, language);
  return (
    <div className={styles['progress']}>
      {isStopped ? (
        <p className={styles['open']}>{t('exploring.stopped.cancelled')}</p>
      ) : (
        <div className={styles['bar']} aria-hidden />
      )}
      <output data-testid="explore-progress">
        {t('exploring.running', {
          configurations: count(progress?.configurations ?? 1),
          rate: count(perSecond),
          depth: count(progress?.depth ?? 0),
          waiting: count(progress?.waiting ?? 1),
          memory: count(Math.round((progress?.memory ?? 0) / 2 ** 20)),
        })}
      </output>
    </div>
  );
}

/** The same for the question of the tab. */
export function ExploreProgressLine() {
  const status = useExplore((state) => state.status);
  const progress = useExplore((state) => state.progress);
  const perSecond = useExplore((state) => state.perSecond);
  if (status !== 'exploring' && status !== 'cancelled') return null;
  return <ExploreRunning progress={progress} perSecond={perSecond} isStopped={status === 'cancelled'} />;
}
