import { useRef, type MouseEvent, type PointerEvent } from 'react';
import type { Point } from './geometry';
import type { PictureLayout } from './PictureLayout';
import type { ViewportControl } from './useViewport';
import type { Place } from './walkPicture';

/** What pointers do beyond choosing and moving; points are in the coordinates of the drawing. */
export interface CanvasGesture {
  /** A drag that begins on a state: true when it is taken, so that the drawing does not move. */
  readonly canDragFrom: (state: string) => boolean;
  readonly onDrag: (from: string, at: Point, over: Place | null) => void;
  readonly onDrop: (from: string, at: Point, over: Place | null) => void;
  readonly onCancel: () => void;
  readonly onDouble: (over: Place | null, at: Point) => void;
}

interface Options {
  readonly control: ViewportControl;
  readonly layout: PictureLayout | null;
  readonly onPlace: (place: Place | null) => void;
  readonly gesture?: CanvasGesture;
}

/** Less is a click with an unsteady hand. */
const dragFrom = 5;

interface Pressed {
  place: Place | null;
  readonly at: Point;
  readonly pointer: number;
  how: 'press' | 'drag' | 'move';
}

/** Handlers that tell choosing, dragging from a state, and moving the drawing from each other. */
export function useGesture({ control, layout, onPlace, gesture }: Options) {
  const pressed = useRef<Pressed | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      control.takePointer(event);
      // What is drawn must not move away under the hand.
      if (gesture !== undefined) control.hold();
      // A second finger means zooming, whatever the first one has begun.
      if (pressed.current?.how === 'drag') gesture?.onCancel();
      const isSecond = pressed.current !== null;
      pressed.current = {
        place: placeOf(event.target),
        at: { x: event.clientX, y: event.clientY },
        pointer: event.pointerId,
        how: isSecond ? 'move' : 'press',
      };
    },
    onPointerMove(event: PointerEvent) {
      const press = pressed.current;
      if (press === null) return;
      const now = { x: event.clientX, y: event.clientY };
      if (press.how === 'press' && Math.hypot(now.x - press.at.x, now.y - press.at.y) >= dragFrom) {
        press.place = stillThere(layout, press.place, control.toDrawing(press.at));
        const isFrom = press.place?.on === 'state' && gesture?.canDragFrom(press.place.id) === true;
        press.how = isFrom ? 'drag' : 'move';
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      if (press.how === 'drag' && press.place !== null) {
        const at = control.toDrawing(now);
        gesture?.onDrag(press.place.id, at, placeAt(layout, at));
      }
      if (press.how === 'move') control.movePointer(event);
    },
    onPointerUp(event: PointerEvent) {
      control.leavePointer(event);
      const press = pressed.current;
      pressed.current = null;
      if (press === null) return;
      if (press.how === 'press') onPlace(press.place);
      if (press.how !== 'drag' || press.place === null) return;
      const at = control.toDrawing({ x: event.clientX, y: event.clientY });
      gesture?.onDrop(press.place.id, at, placeAt(layout, at));
    },
    onPointerCancel(event: PointerEvent) {
      control.leavePointer(event);
      if (pressed.current?.how === 'drag') gesture?.onCancel();
      pressed.current = null;
    },
    onDoubleClick(event: MouseEvent) {
      gesture?.onDouble(placeOf(event.target), control.toDrawing({ x: event.clientX, y: event.clientY }));
    },
  };
}

/** What of the drawing an event happened on. */
function placeOf(target: EventTarget): Place | null {
  if (!(target instanceof Element)) return null;
  const piece = target.closest('[data-piece]')?.getAttribute('data-piece');
  const arrow = piece ?? target.closest('[data-arrow]')?.getAttribute('data-arrow');
  if (typeof arrow === 'string') return { on: 'arrow', id: arrow };
  const state = target.closest('[data-state]')?.getAttribute('data-state');
  return typeof state === 'string' ? { on: 'state', id: state } : null;
}

/** Pressing ends the naming of a state, after which that state may go by another id. */
function stillThere(layout: PictureLayout | null, place: Place | null, at: Point): Place | null {
  if (place?.on !== 'state' || layout?.states.some(({ state }) => state.id === place.id) !== false)
    return place;
  return placeAt(layout, at);
}

/** The innermost state around a point. */
function placeAt(layout: PictureLayout | null, { x, y }: Point): Place | null {
  const found = layout?.states.findLast(
    ({ box }) =>
      x >= box.x - 6 && x <= box.x + box.width + 6 && y >= box.y - 6 && y <= box.y + box.height + 6,
  );
  return found === undefined ? null : { on: 'state', id: found.state.id };
}
