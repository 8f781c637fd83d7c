import type { KeyboardEvent, ReactNode } from 'react';
import styles from './metrics.module.css';

interface Props {
  readonly label: string;
  /** Places along the drawing: of how many, and which one is read out. */
  readonly count: number;
  readonly place: number;
  readonly text: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A drawing that is walked along with the arrow keys, place by place, each of which is read out. */
export function PlotSlider({ label, count, place, text, onKeyDown, children }: Props) {
  return (
    <div
      className={styles['plot']}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- Pointers have to reach the drawing below it.
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, count - 1)}
      aria-valuenow={Math.max(0, place)}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
