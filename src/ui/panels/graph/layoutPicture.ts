import type { ElkNode } from 'elkjs/lib/elk-api';
import type { AutomatonPicture } from './AutomatonPicture';
import { elkGraphOf } from './elkGraphOf';
import { measurePicture } from './measurePicture';
import type { Direction, PictureLayout } from './PictureLayout';
import { readElkLayout } from './readElkLayout';

/** What lays a graph out: ELK in its worker on the page, and without one in tests. */
export type Arrange = (graph: ElkNode) => Promise<ElkNode>;

/** The size that a drawing should be legible in. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

const directions: readonly Direction[] = ['down', 'right'];

/** Lays a picture out in both directions and takes the one that is larger in the room there is. */
export async function layoutPicture(
  picture: AutomatonPicture,
  room: Room,
  arrange: Arrange,
): Promise<PictureLayout> {
  const measured = measurePicture(picture);
  const layouts = await Promise.all(
    directions.map(async (direction) =>
      readElkLayout(measured, await arrange(elkGraphOf(measured, direction))),
    ),
  );
  const scale = ({ width, height }: PictureLayout) =>
    Math.min(1, room.width / Math.max(1, width), room.height / Math.max(1, height));
  return layouts.reduce((best, one) => (scale(one) > scale(best) ? one : best));
}
