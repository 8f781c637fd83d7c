import { useEffect } from 'react';
import { say } from '#ui/commands/say';
import { useStops } from '#ui/store/stopStore';
import styles from '../player/statusBar.module.css';
import { useStoppedText } from './useStoppedText';

/** Tells a screen reader why the run stopped, and everybody once of each condition that could not be checked. */
export function StopNarrator() {
  const text = useStoppedText();
  const failures = useStops((state) => state.failures);
  const failed = failures.map(({ stop }) => stop).join(' ');
  useEffect(() => {
    const first = useStops.getState().failures.find(({ stop }) => failed.split(' ').includes(stop));
    if (first !== undefined) say('stops.failed', { step: first.step, error: first.error }, 'warn');
    // Once for each that fails, not for every further step at which it does.
  }, [failed]);
  return (
    <output className={styles['unseen']} aria-live="polite" data-testid="stop-narration">
      {text}
    </output>
  );
}
