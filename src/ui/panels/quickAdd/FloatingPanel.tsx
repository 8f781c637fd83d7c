import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Point } from '#ui/store/viewStore';
import styles from './floating.module.css';

interface Props {
  readonly label: string;
  /** In pixels of the window: where the panel's top left corner goes, as far as the window has room. */
  readonly at: Point;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const margin = 8;

/** A small panel over the page. Escape and a press elsewhere close it; the focus then goes back where it was. */
export function FloatingPanel({ label, at, onClose, children }: Props) {
  const panel = useRef<HTMLDialogElement>(null);
  const [place, setPlace] = useState(at);
  useReturnOfFocus(panel);
  useLayoutEffect(() => {
    const box = panel.current?.getBoundingClientRect();
    if (box === undefined) return;
    setPlace({
      x: Math.max(margin, Math.min(at.x, innerWidth - box.width - margin)),
      y: Math.max(margin, Math.min(at.y, innerHeight - box.height - margin)),
    });
  }, [at.x, at.y]);
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && panel.current?.contains(event.target) !== true) onClose();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' && event.key !== 'Tab') return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    };
    const { current } = panel;
    addEventListener('pointerdown', onPress, true);
    current?.addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', onPress, true);
      current?.removeEventListener('keydown', onKey);
    };
  }, [onClose]);
  return (
    <dialog
      open
      ref={panel}
      aria-label={label}
      className={styles['panel']}
      style={{ left: place.x, top: place.y }}
    >
      {children}
    </dialog>
  );
}

function useReturnOfFocus(panel: RefObject<HTMLElement | null>): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    before.current ??= document.activeElement;
    const back = before.current;
    const here = panel.current;
    return () => {
      const { activeElement } = document;
      // Whatever took the focus since, such as the name of a new node, keeps it.
      const isFree = activeElement === document.body || here?.contains(activeElement) === true;
      if (isFree && back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, [panel]);
}
