import { useContext, useEffect } from 'react';
import { say } from '#ui/commands/say';
import { failureIn } from '#ui/i18n/failureIn';
import { LanguageContext } from '#ui/i18n/useText';
import { useStops } from '#ui/store/stopStore';
import styles from '../player/statusBar.module.css';
import { useStoppedText } from './useStoppedText';

/** Tells a screen reader why the run stopped, and everybody once of each condition that could not be checked. */
export function StopNarrator() {
  const text = useStoppedText();
  const language = useContext(LanguageContext);
  const failures = useStops((state) => state.failures);
  const failed = failures.map(({ stop }) => stop).join(' ');
  useEffect(() => {
    const first = useStops.getState().failures.find(({ stop }) => failed.split(' ').includes(stop));
    if (first === undefined) return;
    const { step, error } = first;
    const tell = (why: string) => say('stops.failed', { step, error: why }, 'warn');
    failureIn(language, error).then(tell, () => tell(error));
    // Once for each that fails, not for every further step at which it does.
  }, [failed, language]);
  return (
    <output className={styles['unseen']} aria-live="polite" data-testid="stop-narration">
      {text}
    </output>
  );
}
