import { useRef, type PointerEvent } from 'react';
import { stepped } from './stepped';

interface Scrubbed {
  readonly value: number;
  readonly stepOf: (value: number) => number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  readonly onEnd: () => void;
}

interface Drag {
  readonly pointer: number;
  readonly x: number;
  readonly value: number;
  isMoving: boolean;
}

const slackPx = 4;
const pxPerStep = 4;

/** Pointer handlers that turn a sideways drag over a text input into a change of its number. */
export function useScrub({ value, stepOf, min, max, onChange, onEnd }: Scrubbed) {
  const drag = useRef<Drag | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLInputElement>) {
      // Inside a field that is being typed in, a drag selects text as everywhere.
      if (event.button !== 0 || document.activeElement === event.currentTarget) return;
      if (event.pointerType !== 'touch') event.preventDefault();
      drag.current = { pointer: event.pointerId, x: event.clientX, value, isMoving: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLInputElement>) {
      const now = drag.current;
      if (now === null || now.pointer !== event.pointerId) return;
      const moved = event.clientX - now.x;
      if (!now.isMoving && Math.abs(moved) < slackPx) return;
      now.isMoving = true;
      const steps = Math.trunc(moved / pxPerStep) * (event.shiftKey ? 10 : 1);
      const next = stepped(now.value, steps * stepOf(now.value), min, max);
      if (next !== value) onChange(next);
    },
    onPointerUp(event: PointerEvent<HTMLInputElement>) {
      const now = drag.current;
      drag.current = null;
      if (now === null) return;
      if (now.isMoving) onEnd();
      else {
        event.currentTarget.focus();
        event.currentTarget.select();
      }
    },
    onPointerCancel() {
      if (drag.current?.isMoving === true) onEnd();
      drag.current = null;
    },
  };
}
