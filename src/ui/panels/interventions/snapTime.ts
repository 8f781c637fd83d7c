import type { LaneView } from '#ui/store/laneStore';

/** The distance of two snapping places, and how near the playhead catches, in pixels. */
const gridPixels = 6;
const catchPixels = 7;

/** The finest time that can be told apart in a view, in round numbers: 1, 2 or 5 with a power of ten, from 1 µs on. */
export function gridOf({ spanUs }: LaneView, width: number): number {
  const least = Math.max(1, (spanUs / width) * gridPixels);
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power;
}

/** The time to which something that is dragged there comes: the playhead when it is near, else the grid. */
export function snapTime(us: number, view: LaneView, width: number, playheadUs: number): number {
  const nearUs = (view.spanUs / width) * catchPixels;
  if (Math.abs(us - playheadUs) <= nearUs) return Math.floor(playheadUs);
  const grid = gridOf(view, width);
  return Math.max(0, Math.round(us / grid) * grid);
}

const directions: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

/**
 * Where an arrow key takes what stands at a time: to the next place of the grid, and not by its width from wherever that
 * is; with Shift of a grid ten times as coarse. Null for other keys.
 */
export function timeByKey(
  us: number,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  view: LaneView,
  width: number,
): number | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  const step = gridOf(view, width) * (shiftKey ? 10 : 1);
  return Math.max(0, step * (direction > 0 ? Math.floor(us / step) + 1 : Math.ceil(us / step) - 1));
}
