import { useContext, useEffect, useState } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount, formatPercent } from '#ui/look/format';
import { isComputing } from '#ui/store/isComputing';
import { useRun } from '#ui/store/runStore';
import styles from './computing.module.css';
import { knownShare } from './knownShare';

/** A run that is computed sooner than this shows nothing of it: most are, and edits make a new one each time. */
const patienceMs = 600;

/** How far a long run is computed, and what stops it. Nothing while there is nothing to wait for. */
export function Computing() {
  const t = useText();
  const language = useContext(LanguageContext);
  const isLong = useIsLong();
  const share = useRun(knownShare);
  const steps = useRun((state) => state.summary?.steps ?? 0);
  const pace = useRun((state) => state.eventsPerSecond);
  if (!isLong) return null;
  const count = (value: number) => formatCount(value, language);
  return (
    <span className={styles['computing']} data-testid="computing">
      <progress
        className={styles['bar']}
        aria-label={t('player.computing')}
        value={share ?? undefined}
        max={1}
      />
      {share !== null && <span>{t('player.computedShare', { share: formatPercent(share, language) })}</span>}
      <span data-minor={share !== null || undefined}>{t('player.computedSteps', { n: count(steps) })}</span>
      {pace > 0 && <span data-minor>{t('player.computedPace', { n: count(Math.round(pace)) })}</span>}
      <button
        type="button"
        className={styles['button']}
        title={t('player.cancelHelp')}
        onClick={() => useRun.getState().cancelComputing()}
      >
        {t('player.cancel')}
      </button>
    </span>
  );
}

/** What brings the computing back after it was stopped. */
export function ComputeOn() {
  const t = useText();
  const isHeld = useRun((state) => state.isHeld);
  if (!isHeld) return null;
  return (
    <button type="button" className={styles['button']} onClick={() => useRun.getState().computeOn()}>
      {t('player.computeOn')}
    </button>
  );
}

/** Whether the present run has been computed for so long that a person may want to know. */
export function useIsLong(): boolean {
  const isUnderWay = useRun(isComputing);
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setTimeout(() => setIsLong(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isUnderWay]);
  return isUnderWay && isLong;
}
