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
