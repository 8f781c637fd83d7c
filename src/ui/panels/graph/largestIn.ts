import type { PictureLayout } from './PictureLayout';
import { scales, wholeScale, type Size } from './viewportOf';

/**
 * The layout that is seen largest in a room, or of which most is seen where none can be read as a whole: then
 * rather downwards than to the right, as one reads.
 */
export function largestIn(room: Size, layouts: readonly PictureLayout[]): PictureLayout | null {
  const isLegible = (layout: PictureLayout) => wholeScale(layout, room) >= scales.legible;
  const share = (length: number, window: number) => Math.min(1, window / Math.max(1, length * scales.near));
  const worth = (layout: PictureLayout) => {
    if (isLegible(layout)) return 1 + wholeScale(layout, room);
    return share(layout.width, room.width) * share(layout.height, room.height);
  };
  return layouts.reduce<PictureLayout | null>(
    (best, one) =>
      best === null || worth(one) > worth(best) * (isLegible(one) || one.flow === 'columns' ? 1.15 : 3)
        ? one
        : best,
    null,
  );
}
