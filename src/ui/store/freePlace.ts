import { areClose, gridStep, snapped, type Box } from './boxes';
import type { Point, Size } from './viewStore';

const gap = gridStep;
const ringsAtMost = 40;

/**
 * The place on the grid nearest to the wanted top left corner at which a box of this size keeps a distance from
 * all others. When all about is crowded, the wanted place itself.
 */
export function freePlace(wanted: Point, size: Size, others: readonly Box[]): Point {
  const start = snapped(wanted);
  const isFree = (place: Point) => !others.some((other) => areClose({ ...place, ...size }, other, gap));
  for (let ring = 0; ring <= ringsAtMost; ring += 1) {
    const free = ringAround(start, ring).find(isFree);
    if (free !== undefined) return free;
  }
  return start;
}

/** The grid points at a distance, below and to the right first: flows grow that way. */
function ringAround(middle: Point, ring: number): readonly Point[] {
  if (ring === 0) return [middle];
  const points: Point[] = [];
  for (let along = 0; along <= ring; along += 1) {
    for (const side of along === 0 ? [0] : [along, -along]) {
      points.push(
        at(middle, side, ring),
        at(middle, ring, side),
        at(middle, side, -ring),
        at(middle, -ring, side),
      );
    }
  }
  return points;
}

const at = (middle: Point, right: number, down: number): Point => ({
  x: middle.x + right * gridStep,
  y: middle.y + down * gridStep,
});
