import { Search } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useText } from '#ui/i18n/useText';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import styles from './follow.module.css';

/** Follows an event by its number, or the first of a key. */
export function FindEvent() {
  const t = useText();
  const [query, setQuery] = useState('');
  const [missing, setMissing] = useState('');

  async function find(event: FormEvent) {
    event.preventDefault();
    const wanted = query.trim();
    if (wanted === '') return;
    const number = await numberOf(wanted);
    setMissing(number === null ? wanted : '');
    if (number !== null) useView.getState().selectEvent(number);
  }

  return (
    <search>
      <form className={styles['find']} aria-label={t('why.follow')} onSubmit={find}>
        <input
          type="text"
          value={query}
          placeholder={t('why.find')}
          aria-label={t('why.find')}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <button type="submit" aria-label={t('why.findGo')} title={t('why.findGo')}>
          <Search size={14} aria-hidden />
        </button>
        <span className={styles['missing']} aria-live="polite">
          {missing !== '' && t('why.findNone', { query: missing })}
        </span>
      </form>
    </search>
  );
}

/** `#42` or `42` is a number, if there was such an event; everything else, and the rest, is a key. */
async function numberOf(query: string): Promise<number | null> {
  const { ask, summary } = useRun.getState();
  const digits = /^#?(\d{1,9})$/.exec(query)?.[1];
  const number = Number(digits ?? 0);
  if (number > 0 && number <= (summary?.eventsPublished ?? 0)) return number;
  try {
    for (;;) {
      const { numbers, isComplete, knownStep } = await ask('eventsOf', query);
      const [first] = numbers;
      if (first !== undefined) return first;
      if (isComplete || knownStep >= (useRun.getState().summary?.steps ?? 0)) return null;
    }
  } catch {
    return null;
  }
}
