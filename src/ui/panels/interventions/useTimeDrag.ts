import { useRef, useState, type PointerEvent } from 'react';
import type { LaneView } from '#ui/store/laneStore';
import { useRun } from '#ui/store/runStore';
import { snapTime } from './snapTime';

/** Further than this a pointer drags; up to there it clicks. */
const dragPixels = 4;

/**
 * Dragging of something that stands at a time of a view `width` pixels wide. `drop` hears where it was let go, unless that
 * is where it was. `draggedUs` is where it is meanwhile, else null.
 */
export function useTimeDrag(atUs: number, view: LaneView, width: number, drop: (us: number) => void) {
  const [draggedUs, setDragged] = useState<number | null>(null);
  const grip = useRef<{ readonly x: number; isDragging: boolean } | null>(null);

  function onPointerDown(event: PointerEvent) {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, isDragging: false };
  }

  function onPointerMove(event: PointerEvent) {
    const held = grip.current;
    if (held === null) return;
    const pixels = event.clientX - held.x;
    if (!held.isDragging && Math.abs(pixels) < dragPixels) return;
    held.isDragging = true;
    const us = atUs + (pixels / width) * view.spanUs;
    setDragged(snapTime(us, view, width, useRun.getState().playhead.timeUs));
  }

  function onPointerUp() {
    if (draggedUs !== null && draggedUs !== atUs) drop(draggedUs);
    setDragged(null);
  }

  /** Whether the click that just came is the end of a drag, after which nothing is held any more. */
  function endsDrag(): boolean {
    const wasDragging = grip.current?.isDragging === true;
    grip.current = null;
    return wasDragging;
  }

  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setDragged(null) };
  return { draggedUs, handlers, endsDrag };
}
