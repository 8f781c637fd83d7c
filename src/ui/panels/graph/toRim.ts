import type { Box, Point } from './geometry';

/** Leads the end of a way, which meets the straight side of a box, on to where the side is when its corners are round. */
export function toRim(end: Point, box: Box, radius: number): Point {
  const { x, y } = end;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  if (near(y, box.y)) return { x, y: box.y + rounding(x - box.x, right - x, radius) };
  if (near(y, bottom)) return { x, y: bottom - rounding(x - box.x, right - x, radius) };
  if (near(x, box.x)) return { x: box.x + rounding(y - box.y, bottom - y, radius), y };
  if (near(x, right)) return { x: right - rounding(y - box.y, bottom - y, radius), y };
  return end;
}

/** How far a round corner lies behind the straight rim, so far from either end of it. */
function rounding(before: number, after: number, radius: number): number {
  const distance = radius - Math.min(before, after);
  if (distance <= 0) return 0;
  return radius - Math.sqrt(Math.max(0, radius * radius - Math.min(distance, radius) ** 2));
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.6;
