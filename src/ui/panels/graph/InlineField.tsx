import { useId, useRef, useState } from 'react';
import type { Box } from './geometry';
import styles from './editor.module.css';
import { LetterOptions } from './LetterOptions';

interface Props {
  /** Where it stands, in pixels of the window of the drawing. */
  readonly box: Box;
  /**
   * How high the window is, when it stands beside the box instead of upon it, so that a state is seen while it is named:
   * below, or above where there is no room for it.
   */
  readonly beside: number | null;
  readonly text: string;
  readonly label: string;
  /** Offered to choose from. */
  readonly letters: readonly string[];
  /** Null when it was given up. */
  readonly onEnd: (text: string | null) => void;
}

/** A name written where it stands: Enter or leaving keeps it, Escape does not. */
export function InlineField({ box, beside, text, label, letters, onEnd }: Props) {
  const list = useId();
  const [draft, setDraft] = useState(text);
  const isEnded = useRef(false);
  const end = (written: string | null) => {
    if (isEnded.current) return;
    isEnded.current = true;
    onEnd(written === text ? null : written);
  };
  const width = Math.max(110, Math.min(220, box.width + 24));
  return (
    <>
      <input
        className={styles['inline']}
        style={{
          left: box.x + box.width / 2 - width / 2,
          top: topOf(box, beside),
          width,
        }}
        type="text"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        list={letters.length === 0 ? undefined : list}
        value={draft}
        // It appears because somebody asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => end(draft)}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          const isDone = event.key === 'Enter' && !event.nativeEvent.isComposing;
          if (!isDone && event.key !== 'Escape') return;
          end(isDone ? draft : null);
          event.currentTarget.closest<HTMLElement>('[role="application"]')?.focus();
        }}
      />
      <LetterOptions id={list} letters={letters} />
    </>
  );
}

const fieldHeight = 30;
const gap = 5;

function topOf({ y, height }: Box, beside: number | null): number {
  if (beside === null) return y + height / 2 - fieldHeight / 2;
  const below = y + height + gap;
  return below + fieldHeight <= beside ? below : Math.max(0, y - gap - fieldHeight);
}
