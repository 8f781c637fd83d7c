import type { FlowNode } from '#engine/model/FlowDoc';
import type { Box } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';

/** Gives a node another box, as one undo step per gesture. */
export function resizeNode(node: FlowNode, { x, y, width, height }: Box): void {
  useDocument.getState().edit(
    'canvas.resize',
    { name: node.name },
    (draft) => {
      const found = draft.nodes.find((one) => one.id === node.id);
      if (found === undefined) return;
      found.x = Math.round(x);
      found.y = Math.round(y);
      found.width = Math.round(width);
      found.height = Math.round(height);
    },
    { merge: `resize ${node.id}` },
  );
}

export function endResize(): void {
  useDocument.getState().endGesture();
}
