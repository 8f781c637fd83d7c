import { useCallback } from 'react';
import { useLive } from './liveTime';
import { shareOf } from './ProgressBar';

interface RetryRingProps {
  readonly sinceUs: number;
  readonly untilUs: number | null;
  readonly tone: 'warn' | 'danger';
}

const radius = 6.5;
const round = 2 * Math.PI * radius;

/** A ring that empties while a back-off runs out. */
export function RetryRing({ sinceUs, untilUs, tone }: RetryRingProps) {
  const paint = useCallback(
    (element: SVGCircleElement, nowUs: number) => {
      element.style.strokeDashoffset = String(round * shareOf(nowUs, sinceUs, untilUs));
    },
    [sinceUs, untilUs],
  );
  const { ref } = useLive(paint);
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <g fill="none" stroke={`var(--${tone})`} strokeWidth="3">
        <circle r={radius} strokeOpacity="0.25" />
        <circle ref={ref} r={radius} strokeDasharray={round} transform="rotate(-90)" />
      </g>
    </svg>
  );
}
