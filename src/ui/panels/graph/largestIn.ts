import type { PictureLayout } from './PictureLayout';
import { scales, wholeScale, type Size } from './viewportOf';

/** The layout that is seen largest in a room, or of which most is seen where none can be read as a whole. */
export function largestIn(room: Size, layouts: readonly PictureLayout[]): PictureLayout | null {
  const share = (length: number, window: number) => Math.min(1, window / Math.max(1, length * scales.near));
  const worth = (layout: PictureLayout) => {
    const scale = wholeScale(layout, room);
    if (scale >= scales.legible) return 1 + scale;
    return share(layout.width, room.width) * share(layout.height, room.height);
  };
  return layouts.reduce<PictureLayout | null>(
    (best, one) => (best === null || worth(one) > worth(best) * 1.15 ? one : best),
    null,
  );
}
