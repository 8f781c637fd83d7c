import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { Box, Point } from './geometry';
import {
  legibleViewport,
  revealingViewport,
  wholeViewport,
  zoomedViewport,
  type Size,
  type Viewport,
} from './viewportOf';

export interface ViewportControl {
  readonly viewport: Viewport;
  /** True when the drawing is larger than its window, so that it can be moved. */
  readonly isLarger: boolean;
  /** True while nobody has moved it. */
  readonly isByItself: boolean;
  readonly zoomBy: (factor: number) => void;
  readonly showWhole: () => void;
  readonly reveal: (box: Box) => void;
  /** Keeps what is seen from now on, whatever becomes of the drawing. */
  readonly hold: () => void;
  /** Moves the drawing by so many of its own pixels. */
  readonly moveBy: (by: Point) => void;
  /** Puts a point of the drawing into the middle. */
  readonly lookAt: (point: Point) => void;
  /** From pixels of the page to those of the drawing. */
  readonly toDrawing: (point: Point) => Point;
  /** For the gesture of moving and zooming with pointers. */
  readonly takePointer: (event: PointerEvent) => void;
  readonly movePointer: (event: PointerEvent) => void;
  readonly leavePointer: (event: PointerEvent) => void;
}

interface Options {
  readonly element: RefObject<HTMLElement | null>;
  readonly drawing: Size;
  readonly window: Size;
  /** What is worth seeing while nobody has moved the drawing. */
  readonly around: Box | undefined;
  /** Whether the wheel zooms without a key, and a finger moves the drawing. */
  readonly isLarge: boolean;
}

/** Moving and zooming a drawing with mouse, wheel, fingers and buttons. */
export function useViewport({ element, drawing, window, around, isLarge }: Options): ViewportControl {
  const [chosen, setChosen] = useState<Viewport | 'whole' | null>(null);
  const most = isLarge ? 1.5 : 1;
  const viewport =
    chosen === null
      ? legibleViewport(drawing, window, most, around)
      : chosen === 'whole'
        ? wholeViewport(drawing, window, most)
        : chosen;
  const isLarger =
    drawing.width * viewport.scale > window.width + 1 || drawing.height * viewport.scale > window.height + 1;
  const latest = useRef({ viewport, window });
  useLayoutEffect(() => {
    latest.current = { viewport, window };
  });
  const pointers = useRef(new Map<number, Point>());

  useWheel(element, isLarge, (factor, at) => setChosen(zoomedViewport(latest.current.viewport, factor, at)));

  /** What moves nothing leaves the drawing to go by itself. */
  const setHeld = (change: (from: Viewport) => Viewport) =>
    setChosen((now) => {
      const from = heldOf(now, viewport);
      const next = change(from);
      return next.x === from.x && next.y === from.y ? now : next;
    });

  return {
    viewport,
    isLarger,
    isByItself: chosen === null,
    zoomBy: (factor) =>
      setChosen(zoomedViewport(viewport, factor, { x: window.width / 2, y: window.height / 2 })),
    showWhole: () => setChosen('whole'),
    reveal: (box) => setHeld((from) => revealingViewport(from, window, box)),
    hold: () => setChosen((now) => heldOf(now, viewport)),
    moveBy: ({ x, y }) =>
      setHeld((from) => ({ ...from, x: from.x + x * from.scale, y: from.y + y * from.scale })),
    lookAt: ({ x, y }) =>
      setHeld((from) => ({
        ...from,
        x: window.width / 2 - x * from.scale,
        y: window.height / 2 - y * from.scale,
      })),
    toDrawing(point) {
      const { x, y } = within(element.current, point);
      return { x: (x - viewport.x) / viewport.scale, y: (y - viewport.y) / viewport.scale };
    },
    takePointer(event) {
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    movePointer(event) {
      const before = pointers.current.get(event.pointerId);
      if (before === undefined) return;
      const now = { x: event.clientX, y: event.clientY };
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      pointers.current.set(event.pointerId, now);
      const moved = { ...latest.current.viewport };
      if (other === undefined) {
        setChosen({ ...moved, x: moved.x + now.x - before.x, y: moved.y + now.y - before.y });
        return;
      }
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      setChosen(zoomedViewport(moved, factor, within(element.current, other)));
    },
    leavePointer(event) {
      pointers.current.delete(event.pointerId);
    },
  };
}

/** The wheel zooms, in a small window only with a key. */
function useWheel(
  element: RefObject<HTMLElement | null>,
  isLarge: boolean,
  onZoom: (factor: number, at: Point) => void,
): void {
  const latest = useRef(onZoom);
  useLayoutEffect(() => {
    latest.current = onZoom;
  });
  useEffect(() => {
    const host = element.current;
    if (host === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!isLarge && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const step = event.ctrlKey ? 0.01 : 0.0015;
      const at = within(host, { x: event.clientX, y: event.clientY });
      latest.current(Math.exp(-event.deltaY * step), at);
    };
    host.addEventListener('wheel', onWheel, { passive: false });
    return () => host.removeEventListener('wheel', onWheel);
  }, [element, isLarge]);
}

const heldOf = (chosen: Viewport | 'whole' | null, seen: Viewport) =>
  chosen === null || chosen === 'whole' ? seen : chosen;

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

/** From pixels of the page to those of an element. */
function within(host: HTMLElement | null, { x, y }: Point): Point {
  const frame = host?.getBoundingClientRect();
  return { x: x - (frame?.left ?? 0), y: y - (frame?.top ?? 0) };
}
