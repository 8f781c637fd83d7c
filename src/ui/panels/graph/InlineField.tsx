import { useId, useRef, useState } from 'react';
import type { Box } from './geometry';
import styles from './editor.module.css';
import { LetterOptions } from './LetterOptions';

interface Props {
  /** Where it stands, in pixels of the window of the drawing. */
  readonly box: Box;
  /** Below the box, so that a state is seen while it is named, instead of upon it. */
  readonly isBelow: boolean;
  readonly text: string;
  readonly label: string;
  /** Offered to choose from. */
  readonly letters: readonly string[];
  /** Null when it was given up. */
  readonly onEnd: (text: string | null) => void;
}

/** A name written where it stands: Enter or leaving keeps it, Escape does not. */
export function InlineField({ box, isBelow, text, label, letters, onEnd }: Props) {
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
          top: isBelow ? box.y + box.height + 5 : box.y + box.height / 2 - 15,
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
