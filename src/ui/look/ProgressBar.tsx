import { useCallback } from 'react';
import { useLive } from './liveTime';
import styles from './ProgressBar.module.css';
import type { Sign } from './shapePath';
import { TokenShape } from './TokenShape';
import { eventToken } from './tokens';

interface ProgressBarProps {
  readonly sign: Sign;
  /** The number of the event that rides on it, such as `#316`. */
  readonly label: string;
  readonly sinceUs: number;
  /** Null when nobody knows when it will end: then the whole bar is filled, or nothing of it where work is about to begin. */
  readonly untilUs: number | null;
  /** Time passes and nothing can be done here. */
  readonly isWaiting: boolean;
}

/** The work on one event: the bar fills, and the token rides on its end. */
export function ProgressBar({ sign, label, sinceUs, untilUs, isWaiting }: ProgressBarProps) {
  const paint = useCallback(
    (element: HTMLDivElement, nowUs: number) => {
      const isBeginning = untilUs === null && !isWaiting;
      const share = isBeginning ? 0 : shareOf(nowUs, sinceUs, untilUs);
      element.style.setProperty('--share', String(share));
      // The number stands on the half on which the token is not.
      element.toggleAttribute('data-early', share < 0.5);
    },
    [sinceUs, untilUs, isWaiting],
  );
  const { ref } = useLive(paint);
  return (
    <div className={styles['bar']} data-waiting={isWaiting} ref={ref}>
      <div className={styles['fill']} style={{ backgroundColor: `var(--${eventToken(sign.colour)})` }} />
      <span className={styles['label']}>{label}</span>
      <span className={styles['rider']}>
        <TokenShape sign={sign} size={17} />
      </span>
    </div>
  );
}

/** How much of the time from `sinceUs` to `untilUs` is over, between 0 and 1. */
export function shareOf(nowUs: number, sinceUs: number, untilUs: number | null): number {
  if (untilUs === null || untilUs <= sinceUs) return 1;
  return Math.min(1, Math.max(0, (nowUs - sinceUs) / (untilUs - sinceUs)));
}
