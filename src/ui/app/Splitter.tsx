import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './shell.module.css';

interface Props {
  readonly label: string;
  /** `vertical` splits left from right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Size of the panel behind it, in pixels; 0 while it is folded. */
  readonly size: number;
  readonly usual: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (size: number) => void;
}

const keyStep = 16;

/** The line between two panels: drag it, or move it with arrow keys; Enter or a double click folds and unfolds. */
export function Splitter({ label, orientation, size, usual, min, max, onResize }: Props) {
  const start = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const isVertical = orientation === 'vertical';
  const along = (event: PointerEvent) => (isVertical ? event.clientX : event.clientY);
  // Beyond half of its least size a panel is meant to go.
  const resize = (next: number) => onResize(next < min / 2 ? 0 : Math.min(max, Math.max(min, next)));
  const fold = () => onResize(size === 0 ? usual : 0);
  const onKeyDown = (event: KeyboardEvent) => {
    const [grow, shrink] = isVertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const step = event.shiftKey ? keyStep * 4 : keyStep;
    if (event.key === grow) resize(Math.max(size + step, min));
    else if (event.key === shrink) resize(size - step < min ? 0 : size - step);
    else if (event.key === 'Home') resize(min);
    else if (event.key === 'End') resize(max);
    else if (event.key === 'Enter') fold();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles['splitter']}
      data-orientation={orientation}
      // An hr cannot be moved; a separator with a value can, by the ARIA specification.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      aria-orientation={orientation}
      aria-label={label}
      aria-valuenow={Math.round(size)}
      aria-valuemin={0}
      aria-valuemax={Math.round(max)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={fold}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), size };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) resize(start.current.size + start.current.at - along(event));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    />
  );
}
