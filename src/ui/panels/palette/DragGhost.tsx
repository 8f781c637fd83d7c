import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Point } from '#ui/store/viewStore';
import styles from './palette.module.css';

/** What hangs from the pointer while a palette item is dragged, or waits for a click on the canvas. */
export function DragGhost({ at, children }: { readonly at: Point; readonly children: ReactNode }) {
  return createPortal(
    <div className={styles['ghost']} style={{ left: at.x, top: at.y }} aria-hidden>
      {children}
    </div>,
    document.body,
  );
}
