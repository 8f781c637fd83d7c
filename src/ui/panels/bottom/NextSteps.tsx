import { useContext, useState } from 'react';
import type { PendingStep } from '#engine/runtime/Trace';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { signOf } from '#ui/look/signOf';
import { TokenShape } from '#ui/look/TokenShape';
import { keepRun } from '#ui/store/branchEdits';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { pendingText } from '../log/sentenceOf';
import styles from './list.module.css';
import { WaitingEvents } from './WaitingEvents';

/** More are no choice any more; what is due later comes into the list by and by. */
const shownAtMost = 60;

/** Everything that could happen next, and for a person to choose from: the third scheduler. */
export function NextSteps() {
  const t = useText();
  const step = useRun((state) => state.playhead.step);
  const isPlaying = useRun((state) => state.isPlaying);
  const isLoaded = useRun((state) => state.generation > 0);
  const [isInBranch, setInBranch] = useState(false);
  const { value: pending, isCurrent } = useRunAnswer('pending', isLoaded ? [{ step }] : null);
  if (pending === null) return null;
  if (pending.length === 0 && isCurrent) {
    return <p className={`${styles['scroll']} ${styles['intro']}`}>{t('player.nextNone')}</p>;
  }
  const firstKey = pending.find(({ mayGoNext }) => mayGoNext)?.key;
  return (
    <div className={styles['scroll']}>
      <p className={styles['intro']}>{t('player.nextIntro')}</p>
      <p className={styles['intro']}>
        <label>
          <input
            type="checkbox"
            checked={isInBranch}
            onChange={(event) => setInBranch(event.target.checked)}
          />{' '}
          {t('player.inBranch')}
        </label>
      </p>
      {isPlaying && (
        <p className={styles['intro']}>
          <button type="button" className={styles['button']} onClick={() => useRun.getState().pause()}>
            {t('player.pauseToChoose')}
          </button>
        </p>
      )}
      <ul className={styles['list']} aria-busy={!isCurrent}>
        {pending.slice(0, shownAtMost).map((one) => (
          <PendingRow
            key={one.key}
            pending={one}
            isFirst={one.key === firstKey}
            canAct={isCurrent && !isPlaying}
            isInBranch={isInBranch}
          />
        ))}
      </ul>
      {pending.length > shownAtMost && (
        <p className={styles['intro']}>{t('player.nextMore', { n: pending.length - shownAtMost })}</p>
      )}
      <WaitingEvents isInBranch={isInBranch} />
    </div>
  );
}

interface RowProps {
  readonly pending: PendingStep;
  readonly isFirst: boolean;
  readonly canAct: boolean;
  /** Whether what is done keeps the run as it is and is tried in a branch. */
  readonly isInBranch: boolean;
}

function PendingRow({ pending, isFirst, canAct, isInBranch }: RowProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useFlowWords();
  // While playing, the list is a little behind the playhead: only what an earlier choice passed over is overdue.
  const nowUs = useRun((state) => state.frame?.timeUs ?? 0);
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  const what = pendingText(pending, words, t);
  const isOverdue = canAct && pending.dueUs < nowUs;
  const isHeld = pending.dueUs === Infinity;
  const time = formatClock(isHeld ? 0 : pending.dueUs, language);
  const due = isHeld ? t('player.never') : t(isOverdue ? 'player.overdue' : 'player.due', { time });
  function intervene(verb: 'pick' | 'drop' | 'duplicate') {
    if (isInBranch) keepRun();
    useRun.getState().intervene({ do: verb, message: pending.key });
    if (isInBranch) useView.getState().showBottom('compare');
  }
  return (
    <li className={styles['row']} data-waits={!pending.mayGoNext || undefined} data-key={pending.key}>
      <span className={`${styles['time']} ${isOverdue ? styles['overdue'] : ''}`}>{due}</span>
      <span className={styles['what']}>
        {pending.token !== null && <TokenShape sign={signOf(eventTypes, pending.token.type)} size={14} />}
        <span>{what}</span>
        {isFirst && <span className={styles['pill']}>{t('player.isNext')}</span>}
        {!pending.mayGoNext && (
          <span className={styles['note']}>{t(isHeld ? 'player.isHeld' : 'player.mustWait')}</span>
        )}
      </span>
      <span className={styles['buttons']}>
        {canAct && pending.wire >= 0 && pending.kind !== 'ack' && (
          <>
            <RowButton
              label={t('player.dropOf', { what })}
              text={t('player.drop')}
              onClick={() => intervene('drop')}
            />
            <RowButton
              label={t('player.duplicateOf', { what })}
              text={t('player.duplicate')}
              onClick={() => intervene('duplicate')}
            />
          </>
        )}
        {canAct && pending.mayGoNext && (
          <RowButton
            isMain
            label={t('player.deliverNextOf', { what })}
            text={t('player.deliverNext')}
            onClick={() => intervene('pick')}
          />
        )}
      </span>
    </li>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly text: string;
  readonly isMain?: boolean;
  readonly onClick: () => void;
}

function RowButton({ label, text, isMain = false, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      className={styles['button']}
      data-main={isMain || undefined}
      aria-label={label}
      onClick={onClick}
    >
      {text}
    </button>
  );
}
