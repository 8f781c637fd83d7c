import type { Box, Point } from './geometry';
import type { PictureLayout } from './PictureLayout';

/** Whether no arrow runs through a state, and no two states or labels lie on each other. */
export function isClear({ states, arrows }: PictureLayout): boolean {
  const boxes = states.filter(({ hasChildren }) => !hasChildren).map(({ box }) => box);
  const pieces = arrows.flatMap(({ way }) =>
    way.slice(1).map((to, index) => {
      const isEnd = index === 0 || index === way.length - 2;
      // The ends lie on the rims of their own states, or behind them where they are round.
      return { piece: boxAround(way[index] ?? to, to), depth: isEnd ? 17 : 1 };
    }),
  );
  if (pieces.some(({ piece, depth }) => boxes.some((box) => isWithin(piece, box, depth)))) return false;
  const all = [...boxes, ...arrows.flatMap(({ label }) => (label === null ? [] : [label]))];
  return !all.some((one, index) => all.slice(index + 1).some((other) => isWithin(one, other, 0.5)));
}

function boxAround(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** Whether something gets further into a box than so far. */
function isWithin(piece: Box, { x, y, width, height }: Box, depth: number): boolean {
  return (
    width > 2 * depth &&
    height > 2 * depth &&
    piece.x < x + width - depth &&
    piece.x + piece.width > x + depth &&
    piece.y < y + height - depth &&
    piece.y + piece.height > y + depth
  );
}
