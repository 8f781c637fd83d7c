import type { NodeKind } from '#engine/model/NodeKind';
import { passive } from '#engine/model/passive';

/** A sticky note: a title (the node's name) and text. It explains and does not run. */
export const note: NodeKind = {
  ...passive,
  id: 'note',
  fields: [{ id: 'text', type: 'text', default: '', maxLength: 4000, multiline: true }],
};
