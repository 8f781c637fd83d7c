import type { ElkNode } from 'elkjs/lib/elk-api';
import type { AutomatonPicture } from './AutomatonPicture';
import { elkGraphOf } from './elkGraphOf';
import { isClear } from './isClear';
import { measurePicture } from './measurePicture';
import type { PictureLayout, Way } from './PictureLayout';
import { readElkLayout } from './readElkLayout';
import { scales, wholeScale, type Size } from './viewportOf';

/** What lays a graph out: ELK in its worker on the page, and without one in tests. */
export type Arrange = (graph: ElkNode) => Promise<ElkNode>;

/** Seen so large, downwards needs no other way beside it. */
const large = 0.8;
/** So many times as long as its room, a drawing is bent into columns. */
const long = 2;

/**
 * Lays a picture out for a room: downwards, and when that is seen too small, to the right or, if it is long, in columns
 * too. With a way given, that way alone.
 */
export async function layoutPicture(
  picture: AutomatonPicture,
  arrange: Arrange,
  room: Size,
  only?: Way,
): Promise<readonly PictureLayout[]> {
  const measured = measurePicture(picture);
  const layOut = async (way: Way) =>
    readElkLayout(measured, await arrange(elkGraphOf(measured, way, room.width / room.height)), way);
  if (only !== undefined) {
    const one = await layOut(only).catch(() => null);
    if (one !== null && (only !== 'columns' || isClear(one))) return [one];
    return [await layOut('down')];
  }
  const down = await layOut('down');
  if (wholeScale(down, room) >= large) return [down];
  const isNested = picture.states.some(({ parent }) => parent !== undefined);
  const isLong = down.height / down.width > (long * room.height) / room.width;
  if (isNested || !isLong || wholeScale(down, room) >= scales.legible) return [down, await layOut('right')];
  const columns = await layOut('columns').catch(() => null);
  // Columns are a try: where arrows would run through states, the picture is drawn as it is.
  return columns !== null && isClear(columns) ? [down, columns] : [down, await layOut('right')];
}
