import { X } from 'lucide-react';
import type { Story } from '#engine/runtime/follow/Story';
import { useText } from '#ui/i18n/useText';
import { signOf } from '#ui/look/signOf';
import { TokenShape } from '#ui/look/TokenShape';
import { useDocument } from '#ui/store/documentStore';
import { useFollow } from '#ui/store/followStore';
import type { RunData } from '#ui/store/runData';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import styles from './bottomPanel.module.css';

/** Names the event that is followed everywhere with a ring, and lets go of it. */
export function Following({ number }: { readonly number: number }) {
  const t = useText();
  const told = useFollow(({ story }) => (story?.number === number ? typeIn(story) : null));
  const seen = useRun((state) => typeOf(state, number));
  const type = told ?? seen;
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  const text = t('player.following', { n: number, type: eventTypes[type ?? -1]?.name ?? '' });
  return (
    <span className={styles['following']} title={text}>
      {type !== null && <TokenShape sign={signOf(eventTypes, type)} size={14} />}
      <span>{text}</span>
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

/** What kind of event it is, once its story is known. */
function typeIn({ events, number }: Story): number | null {
  return events.find(({ token }) => token.number === number)?.token.type ?? null;
}

/** What kind of event it is, as far as it is seen around the playhead. */
function typeOf({ frame, window }: RunData, number: number): number | null {
  const flying = frame?.flights.find(({ token }) => token?.number === number)?.token;
  if (flying !== null && flying !== undefined) return flying.type;
  const entries = window?.entries ?? [];
  return entries.find(({ token }) => token?.number === number)?.token?.type ?? null;
}
