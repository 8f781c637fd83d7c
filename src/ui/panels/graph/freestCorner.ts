import type { Box } from './geometry';
import type { Size } from './viewportOf';

/** By preference. */
export const corners = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type Corner = (typeof corners)[number];

/** The corner of a window in which something so large covers least of the boxes; the preferred one among equals. */
export function freestCorner(boxes: readonly Box[], window: Size, size: Size, margin: number): Corner {
  const covered = corners.map((corner) => {
    const place = placeIn(corner, window, size, margin);
    return boxes.reduce((sum, box) => sum + shared(place, box), 0);
  });
  return corners[covered.indexOf(Math.min(...covered))] ?? corners[0];
}

function placeIn(corner: Corner, window: Size, { width, height }: Size, margin: number): Box {
  return {
    x: corner.endsWith('right') ? window.width - width - margin : margin,
    y: corner.startsWith('bottom') ? window.height - height - margin : margin,
    width,
    height,
  };
}

/** The area that two boxes have in common. */
function shared(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
