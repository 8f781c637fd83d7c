import type { Box } from '#ui/store/boxes';

/** A line that shows what a moved node is aligned with. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Alignment {
  /** What to add to the position so that it is aligned. */
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

const aligned: Alignment = { dx: 0, dy: 0, guides: [] };

/** Aligns a box with the edges and centres of others when it comes within `reach` of them. */
export function alignBox(moving: Box, others: readonly Box[], reach: number): Alignment {
  const x = nearest(moving, others, reach, 'x');
  const y = nearest(moving, others, reach, 'y');
  if (x === null && y === null) return aligned;
  const [dx, dy] = [x?.shift ?? 0, y?.shift ?? 0];
  const placed = { ...moving, x: moving.x + dx, y: moving.y + dy };
  const guides = [
    ...(x === null ? [] : [guideAlong('x', x.at, placed, x.other)]),
    ...(y === null ? [] : [guideAlong('y', y.at, placed, y.other)]),
  ];
  return { dx, dy, guides };
}

interface Match {
  readonly shift: number;
  readonly at: number;
  readonly other: Box;
}

function nearest(moving: Box, others: readonly Box[], reach: number, axis: 'x' | 'y'): Match | null {
  let best: Match | null = null;
  for (const other of others) {
    for (const [place, at] of marksOf(other, axis).entries()) {
      const own = marksOf(moving, axis)[place] ?? 0;
      const shift = at - own;
      if (Math.abs(shift) > reach || (best !== null && Math.abs(best.shift) <= Math.abs(shift))) continue;
      best = { shift, at, other };
    }
  }
  return best;
}

/** Start, centre and end: like is aligned with like, since everything with everything only confuses. */
function marksOf(box: Box, axis: 'x' | 'y'): readonly number[] {
  const [start, size] = axis === 'x' ? [box.x, box.width] : [box.y, box.height];
  return [start, start + size / 2, start + size];
}

function guideAlong(axis: 'x' | 'y', at: number, box: Box, other: Box): Guide {
  const ends =
    axis === 'x'
      ? [box.y, box.y + box.height, other.y, other.y + other.height]
      : [box.x, box.x + box.width, other.x, other.x + other.width];
  return { axis, at, from: Math.min(...ends), to: Math.max(...ends) };
}
