import { memo } from 'react';
import styles from './FaceParts.module.css';
import type { Sign } from './shapePath';
import { TokenShape } from './TokenShape';

/** A token in a queue. */
export interface QueuedToken {
  readonly number: number;
  readonly sign: Sign;
}

interface QueueRowProps {
  /** Waiting, next out first. */
  readonly waiting: readonly QueuedToken[];
  readonly waitingCount: number;
  /** The last so many of them may not go yet, and are drawn pale. */
  readonly delayedCount: number;
  /** Handed out, answer still open: behind the bar at the right end. */
  readonly unacked: readonly QueuedToken[];
  readonly unackedCount: number;
  /** Infinity when there is no limit. */
  readonly capacity: number;
  readonly isDense: boolean;
  /** The count in the language of the page, for queues that outgrow the slots. */
  readonly countText: string;
  /** What stands behind the bar, in words. */
  readonly unackedText: string;
}

const slotCount = 12;
/** With what is handed out and stands behind the bar. */
const mostSlots = 15;
/** Where a bar without a limit looks full; each doubling beyond adds less. */
const softLimit = 96;

/** Always the same elements, which React then leaves alone: most slots are empty in most frames. */
const emptySlots = Array.from({ length: mostSlots }, (_, place) => (
  <span key={`empty ${place}`} className={styles['slot']} />
));

/** A queue as a picture of itself: slots hold the very tokens, first out at the right; beyond them a level. */
export function QueueRow(props: QueueRowProps) {
  const { waiting, waitingCount, unacked, unackedCount, delayedCount, capacity, isDense } = props;
  const { countText, unackedText } = props;
  if (waitingCount + Math.min(unackedCount, 3) > slotCount) return <LevelRow {...props} />;
  const size = isDense ? 12 : 16;
  const shownUnacked = unacked.slice(0, slotCount - waitingCount);
  // What is handed out takes no room of the queue.
  const room = (capacity <= slotCount ? mostSlots : slotCount) - shownUnacked.length;
  const empty = Math.max(0, Math.min(Math.max(capacity, 1), room) - waitingCount);
  return (
    <div className={styles['slots']} data-dense={isDense} data-count={countText}>
      {shownUnacked.toReversed().map((token) => (
        <Slot
          key={`open ${token.number}`}
          number={token.number}
          sign={token.sign}
          size={size}
          title={unackedText}
        />
      ))}
      {shownUnacked.length > 0 && <span className={styles['divider']} title={unackedText} />}
      {waiting.map((token, place) => (
        // One event can wait twice after a duplication, so the place belongs to the key.
        <Slot
          key={`${token.number} ${place}`}
          number={token.number}
          sign={token.sign}
          size={size}
          isDelayed={place >= waiting.length - delayedCount}
        />
      ))}
      {emptySlots.slice(0, empty)}
    </div>
  );
}

interface SlotProps {
  readonly number: number;
  readonly sign: Sign;
  readonly size: number;
  readonly isDelayed?: boolean;
  readonly title?: string;
}

const Slot = memo(function Slot({ number, sign, size, isDelayed = false, title }: SlotProps) {
  return (
    <span
      className={styles['slot']}
      data-taken="true"
      data-delayed={isDelayed}
      data-event={number}
      title={title}
    >
      <TokenShape sign={sign} size={size} />
    </span>
  );
});

function LevelRow({ waiting, waitingCount, capacity, isDense, countText }: QueueRowProps) {
  return (
    <div className={styles['level']}>
      <span
        className={styles['levelFill']}
        style={{ transform: `scaleX(${levelOf(waitingCount, capacity).toFixed(3)})` }}
      />
      <span className={styles['levelNumber']}>{countText}</span>
      <span className={styles['levelTokens']}>
        {waiting
          .slice(0, 4)
          .toReversed()
          .map((token, place) => (
            <span key={`${token.number} ${place}`} className={styles['bare']} data-event={token.number}>
              <TokenShape sign={token.sign} size={isDense ? 11 : 15} />
            </span>
          ))}
      </span>
    </div>
  );
}

/** How full a queue looks: its share of the capacity, or without one a curve that never reaches the end. */
export function levelOf(count: number, capacity: number): number {
  return Number.isFinite(capacity)
    ? Math.min(1, count / Math.max(1, capacity))
    : count / (count + softLimit / 2);
}
