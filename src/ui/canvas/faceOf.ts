import type { FlowNode } from '#engine/model/FlowDoc';
import { faces } from '#kinds/faces';
import type { FaceSize, KindFace } from '#ui/look/FaceProps';

/** How the node's kind looks; undefined for a kind without a face. */
export function faceOf(node: FlowNode): KindFace | undefined {
  return Object.hasOwn(faces, node.kind) ? faces[node.kind] : undefined;
}

const unknownSize: FaceSize = { width: 200, height: 100 };

/** The box of a node at 100 %: its own size when it was resized, else that of its face. */
export function sizeOf(node: FlowNode): FaceSize {
  const face = faceOf(node)?.size(node.settings) ?? unknownSize;
  return { width: node.width ?? face.width, height: node.height ?? face.height };
}
