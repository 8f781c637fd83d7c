import { useState, type KeyboardEvent } from 'react';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import styles from './transport.module.css';

const mostSeed = 2 ** 32 - 1;

/** The seed of the run: typing another one makes another run of the same flow. */
export function SeedInput() {
  const t = useText();
  const seed = useDocument((state) => state.doc.seed);
  const setSeed = useRun((state) => state.setSeed);
  /** What is being typed; null while nobody types. */
  const [draft, setDraft] = useState<string | null>(null);

  function commit() {
    const typed = Number(draft);
    const isSeed =
      draft !== null && draft.trim() !== '' && Number.isInteger(typed) && typed >= 0 && typed <= mostSeed;
    if (isSeed && typed !== seed) setSeed(typed);
    setDraft(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(null);
  }

  const shown = draft ?? String(seed);
  return (
    <label className={styles['seed']} data-minor>
      <span>{t('player.seedShort')}</span>
      <input
        type="text"
        inputMode="numeric"
        size={Math.max(2, shown.length)}
        value={shown}
        aria-label={t('player.seed')}
        onChange={(event) => setDraft(event.currentTarget.value.replace(/[^\d]/g, '').slice(0, 10))}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
