import type { PictureLayout } from './PictureLayout';
import type { Size } from './viewportOf';

/** The layout that is seen largest in a room, the first of those that are seen alike. */
export function largestIn(room: Size, layouts: readonly PictureLayout[]): PictureLayout | null {
  const scale = ({ width, height }: PictureLayout) =>
    Math.min(1, room.width / Math.max(1, width), room.height / Math.max(1, height));
  return layouts.reduce<PictureLayout | null>(
    (best, one) => (best === null || scale(one) > scale(best) ? one : best),
    null,
  );
}
