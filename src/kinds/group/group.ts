import type { NodeKind } from '#engine/model/NodeKind';
import { passive } from '#engine/model/passive';

/** A dashed frame with a name around nodes that belong together. It explains and does not run. */
export const group: NodeKind = {
  ...passive,
  id: 'group',
  fields: [],
};
