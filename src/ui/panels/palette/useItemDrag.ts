import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import { placeNode } from '#ui/commands/placeNode';
import { useView, type PaletteItem, type Point } from '#ui/store/viewStore';

/** Pixels that a press may tremble before it is a drag. */
const slack = 5;

export interface ItemDrag {
  /** Where the pointer is while the item is dragged, in pixels of the window. */
  readonly at: Point | null;
  /** Whether the press that a click ends was a drag. Asking forgets it. */
  readonly wasDragged: () => boolean;
  readonly handlers: {
    readonly onPointerDown: (event: ReactPointerEvent) => void;
  };
}

/** Drags a palette item over the page with mouse, pen or finger, and adds it where it is let go on the canvas. */
export function useItemDrag(item: PaletteItem): ItemDrag {
  const [at, setAt] = useState<Point | null>(null);
  const dragged = useRef(false);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: ReactPointerEvent) => {
    dragged.current = false;
    if (event.button !== 0) return;
    const start = { x: event.clientX, y: event.clientY };
    const { pointerId } = event;
    const ends = new AbortController();
    const options = { signal: ends.signal };
    const end = () => {
      ends.abort();
      stop.current = null;
      setAt(null);
    };
    stop.current?.();
    stop.current = end;
    const onMove = (move: PointerEvent) => {
      if (move.pointerId !== pointerId) return;
      if (Math.hypot(move.clientX - start.x, move.clientY - start.y) > slack) dragged.current = true;
      if (dragged.current) setAt({ x: move.clientX, y: move.clientY });
    };
    const onUp = (up: PointerEvent) => {
      if (up.pointerId !== pointerId) return;
      end();
      if (dragged.current) dropItem(item, { x: up.clientX, y: up.clientY });
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      end();
    };
    addEventListener('pointermove', onMove, options);
    addEventListener('pointerup', onUp, options);
    addEventListener('pointercancel', end, options);
    addEventListener('keydown', onKey, { ...options, capture: true });
  };

  const wasDragged = () => {
    const answer = dragged.current;
    dragged.current = false;
    return answer;
  };
  return { at, wasDragged, handlers: { onPointerDown } };
}

function dropItem(item: PaletteItem, point: Point): void {
  const canvas = document.elementFromPoint(point.x, point.y)?.closest('.react-flow') ?? null;
  const { canvasApi } = useView.getState();
  if (canvas !== null && canvasApi !== null) placeNode(item, canvasApi.toCanvas(point));
}
