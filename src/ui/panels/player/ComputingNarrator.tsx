import { useContext, useEffect, useState } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount, formatDuration, formatPercent } from '#ui/look/format';
import { useRun } from '#ui/store/runStore';
import { useIsLong } from './Computing';
import { knownShare } from './knownShare';
import styles from './statusBar.module.css';

/** Often enough to know that it goes on, and seldom enough to listen to something else. */
const everyMs = 10_000;

/** Tells a screen reader now and then how far a long run is computed, and at once when that was stopped. */
export function ComputingNarrator() {
  const t = useText();
  const language = useContext(LanguageContext);
  const isLong = useIsLong();
  const isHeld = useRun((state) => state.isHeld);
  const [told, setTold] = useState({ share: null as number | null, steps: 0, timeUs: 0 });
  useEffect(() => {
    if (!isLong && !isHeld) return undefined;
    const tell = () => {
      const state = useRun.getState();
      setTold({
        share: knownShare(state),
        steps: state.summary?.steps ?? 0,
        timeUs: state.summary?.timeUs ?? 0,
      });
    };
    tell();
    const timer = setInterval(tell, everyMs);
    return () => clearInterval(timer);
  }, [isLong, isHeld]);
  return (
    <output className={styles['unseen']} aria-live="polite" data-testid="computing-narration">
      {isHeld && t('player.saidCancelled', { time: formatDuration(told.timeUs, language) })}
      {isLong && told.share !== null && (
        <>{t('player.saidComputing', { share: formatPercent(told.share, language) })}</>
      )}
      {isLong && told.share === null && (
        <>{t('player.saidComputingSteps', { n: formatCount(told.steps, language) })}</>
      )}
    </output>
  );
}
