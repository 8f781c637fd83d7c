import type { LaneQuery, LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import type { LaneView } from '#ui/store/laneStore';

/** Of a tile: about three for each pixel of what is seen of it at a time. */
const columns = 1_200;

/**
 * The stretch to ask for so that a view can be drawn, and moved a little: two and a half spans long, at fixed places, so
 * that neighbouring views need the same one.
 */
export function tileOf({ fromUs, spanUs }: LaneView): LaneQuery {
  const span = 2 ** Math.ceil(Math.log2(Math.max(2, spanUs)));
  const half = span / 2;
  const place = Math.floor(fromUs / half);
  return { fromUs: Math.max(0, (place - 1) * half), toUs: (place + 4) * half, columns };
}

/** Of the tiles that are known, those to draw a view from: the finest that covers it all, else whatever touches it. */
export function tilesFor({ fromUs, spanUs }: LaneView, tiles: readonly LaneWindow[]): readonly LaneWindow[] {
  const toUs = fromUs + spanUs;
  const widthOf = (tile: LaneWindow) => tile.toUs - tile.fromUs;
  const touching = tiles.filter((tile) => tile.toUs > fromUs && tile.fromUs < toUs);
  const covering = touching.filter((tile) => tile.fromUs <= Math.max(0, fromUs) && tile.toUs >= toUs);
  const finest = covering.toSorted((a, b) => widthOf(a) - widthOf(b))[0];
  return finest === undefined ? touching.slice(0, 1) : [finest];
}
