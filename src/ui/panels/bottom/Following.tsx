import { X } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { signOf } from '#ui/look/signOf';
import { TokenShape } from '#ui/look/TokenShape';
import { useDocument } from '#ui/store/documentStore';
import type { RunData } from '#ui/store/runData';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import styles from './bottomPanel.module.css';

/** Names the event that is followed everywhere with a ring, and lets go of it. */
export function Following({ number }: { readonly number: number }) {
  const t = useText();
  const type = useRun((state) => typeOf(state, number));
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  return (
    <span className={styles['following']}>
      {type !== null && <TokenShape sign={signOf(eventTypes, type)} size={14} />}
      <span>{t('player.following', { n: number, type: eventTypes[type ?? -1]?.name ?? '' })}</span>
      <button
        type="button"
        aria-label={t('player.stopFollowing')}
        title={t('player.withKey', { label: t('player.stopFollowing'), key: 'Esc' })}
        onClick={() => useView.getState().selectEvent(null)}
      >
        <X size={14} aria-hidden />
      </button>
    </span>
  );
}

/** What kind of event it is, as far as it is seen around the playhead. */
function typeOf({ frame, window }: RunData, number: number): number | null {
  const flying = frame?.flights.find(({ token }) => token?.number === number)?.token;
  if (flying !== null && flying !== undefined) return flying.type;
  const entries = window?.entries ?? [];
  return entries.find(({ token }) => token?.number === number)?.token?.type ?? null;
}
