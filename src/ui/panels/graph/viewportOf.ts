import { middleOf, type Box, type Point } from './geometry';

/** How the drawing is seen: a point of it appears at itself times `scale` plus the offset. */
export interface Viewport extends Point {
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const scales = { least: 0.1, most: 3, legible: 0.55, near: 0.75 } as const;

/** How large a drawing is seen when the whole of it is seen, at most as large as it is. */
export function wholeScale(drawing: Size, room: Size): number {
  return Math.min(1, room.width / Math.max(1, drawing.width), room.height / Math.max(1, drawing.height));
}

/** The whole drawing in the middle of a window, at most so many times as large as it is. */
export function wholeViewport(drawing: Size, window: Size, most: number): Viewport {
  const scale = Math.max(
    scales.least,
    Math.min(most, window.width / Math.max(1, drawing.width), window.height / Math.max(1, drawing.height)),
  );
  return {
    scale,
    x: (window.width - drawing.width * scale) / 2,
    y: (window.height - drawing.height * scale) / 2,
  };
}

/** The whole drawing if it can be read then, or else legibly what is around a box. */
export function legibleViewport(
  drawing: Size,
  window: Size,
  most: number,
  around: Box | undefined,
): Viewport {
  const whole = wholeViewport(drawing, window, most);
  if (whole.scale >= scales.legible || around === undefined) return whole;
  const middle = middleOf(around);
  return {
    scale: scales.near,
    x: offset(middle.x, drawing.width, window.width),
    y: offset(middle.y, drawing.height, window.height),
  };
}

/** Puts a place into the middle, but shows no more emptiness beyond the edge of the drawing than it must. */
function offset(middle: number, drawing: number, window: number): number {
  const length = drawing * scales.near;
  if (length <= window) return (window - length) / 2;
  return Math.min(0, Math.max(window - length, window / 2 - middle * scales.near));
}

/** Zooms by a factor so that what is at a point of the window stays there. */
export function zoomedViewport(viewport: Viewport, factor: number, at: Point): Viewport {
  const scale = Math.min(scales.most, Math.max(scales.least, viewport.scale * factor));
  const share = scale / viewport.scale;
  return { scale, x: at.x - (at.x - viewport.x) * share, y: at.y - (at.y - viewport.y) * share };
}

/** The least movement that brings a box of the drawing into the window, away from its edges. */
export function revealingViewport(viewport: Viewport, window: Size, box: Box): Viewport {
  const { scale } = viewport;
  const move = (at: number, length: number, room: number) => {
    const gap = Math.min(24, Math.max(0, (room - length) / 2));
    if (at < gap) return gap - at;
    return at + length > room - gap ? room - gap - at - length : 0;
  };
  const [x, y] = [box.x * scale + viewport.x, box.y * scale + viewport.y];
  return {
    scale,
    x: viewport.x + move(x, box.width * scale, window.width),
    y: viewport.y + move(y, box.height * scale, window.height),
  };
}
