import { useCallback } from 'react';
import { formatDuration, type FormatLanguage } from './format';
import { useLive } from './liveTime';

interface LiveDurationProps {
  /** Counts up from here, or down to it when it lies ahead. */
  readonly fromUs: number;
  readonly language: FormatLanguage;
  /** The sentence around the duration. */
  readonly say: (duration: string) => string;
}

/** How long something has been going on, or how long until it happens, at the present virtual time. */
export function LiveDuration({ fromUs, language, say }: LiveDurationProps) {
  const textAt = useCallback(
    (nowUs: number) => say(formatDuration(Math.abs(nowUs - fromUs), language)),
    [fromUs, language, say],
  );
  const paint = useCallback(
    (element: HTMLSpanElement, nowUs: number) => {
      const text = textAt(nowUs);
      if (element.firstChild?.nodeValue !== text) element.textContent = text;
    },
    [textAt],
  );
  const { ref, nowUs } = useLive(paint);
  return (
    <span ref={ref} suppressHydrationWarning>
      {textAt(nowUs)}
    </span>
  );
}
