import type { ElkNode } from 'elkjs/lib/elk-api';
import type { AutomatonPicture } from './AutomatonPicture';
import { elkGraphOf } from './elkGraphOf';
import { measurePicture } from './measurePicture';
import type { Direction, PictureLayout } from './PictureLayout';
import { readElkLayout } from './readElkLayout';

/** What lays a graph out: ELK in its worker on the page, and without one in tests. */
export type Arrange = (graph: ElkNode) => Promise<ElkNode>;

const directions: readonly Direction[] = ['down', 'right'];

/** Lays a picture out downwards and to the right: which of them is better depends on the room there is. */
export async function layoutPicture(
  picture: AutomatonPicture,
  arrange: Arrange,
): Promise<readonly PictureLayout[]> {
  const measured = measurePicture(picture);
  return Promise.all(
    directions.map(async (direction) =>
      readElkLayout(measured, await arrange(elkGraphOf(measured, direction))),
    ),
  );
}
