import type { WireEnd } from '#engine/model/FlowDoc';
import { addNode } from '#ui/store/addNode';
import { boxOf, sizeOfNode, withEyes } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import { useView, type PaletteItem, type Point } from '#ui/store/viewStore';
import { labelOfItem } from './paletteItems';
import { rememberItem } from './recentItems';
import { say, text } from './say';
import { onlyNode } from './selected';

/**
 * Adds a palette item as a node, as one undo step, and selects it. `at` is the middle of the node on the canvas, by default
 * to the right of the selected node, for flows grow that way, or in the middle of the view; with `from`, the node is wired to that end. Answers with the node's id.
 */
export function placeNode(item: PaletteItem, at?: Point, from?: WireEnd): string | null {
  const view = useView.getState();
  const name = text(labelOfItem(item));
  const place = at ?? besideSelected() ?? view.canvasApi?.centre() ?? { x: 0, y: 0 };
  let id: string | null = null;
  const other = useDocument.getState().doc.nodes.find((one) => one.id === from?.node)?.name;
  const values = { name, other: other ?? '' };
  useDocument
    .getState()
    .edit(other === undefined ? 'editor.edit.add' : 'panels.undo.addWired', values, (draft) => {
      id = addNode(draft, { item, name, at: place, from, sizeOf: withEyes(sizeOfNode, draft.protocols) });
    });
  if (id === null) return null;
  rememberItem(item);
  view.select({ nodes: [id] });
  if (other !== undefined) say('panels.addedWired', values);
  return id;
}

/** Far enough to the right of the one selected node that a wire between the two can be seen. */
function besideSelected(): Point | null {
  const node = onlyNode();
  if (node === null) return null;
  const { x, y, width, height } = boxOf(node, sizeOfNode);
  return { x: x + width + besideGap, y: y + height / 2 };
}

/** From the edge of one node to the middle of the next, in canvas pixels. */
const besideGap = 240;
