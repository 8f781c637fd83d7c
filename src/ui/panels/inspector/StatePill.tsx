import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import styles from './inspector.module.css';

/** States in which somebody waits, and states in which nothing works. */
const tones: ReadonlyMap<string, 'warn' | 'danger'> = new Map([
  ['blocked', 'warn'],
  ['full', 'warn'],
  ['backingOff', 'warn'],
  ['calling', 'warn'],
  ['paused', 'warn'],
  ['open', 'danger'],
  ['halfOpen', 'warn'],
  ['throttled', 'warn'],
  ['gathering', 'warn'],
  ['down', 'danger'],
]);

/** The state of an automaton as a word. */
export function StatePill({ lifecycle }: { readonly lifecycle: string }) {
  const t = useText();
  const key = `kinds.state.${lifecycle}`;
  return (
    <span className={styles['pill']} data-tone={tones.get(lifecycle)}>
      {hasText(key) ? t(key) : lifecycle}
    </span>
  );
}
