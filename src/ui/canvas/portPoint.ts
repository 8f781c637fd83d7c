import type { FlowNode } from '#engine/model/FlowDoc';
import type { Port } from '#engine/model/NodeKind';
import { kindById } from '#kinds/index';
import { faceOf, sizeOf } from './faceOf';
import type { Point } from './outward';

/** The ports of a node's kind. */
export function portsOf(node: FlowNode): readonly Port[] {
  return kindById.get(node.kind)?.ports ?? [];
}

/** Where a port sits, from the top left corner of the node. Ports of one side share it evenly. */
export function portPoint(node: FlowNode, port: Port): Point {
  const given = faceOf(node)?.portAt?.(node.settings, port);
  if (given !== undefined && given !== null) return given;
  const { width, height } = sizeOf(node);
  const neighbours = portsOf(node).filter((one) => one.side === port.side);
  const share = (neighbours.indexOf(port) + 1) / (neighbours.length + 1);
  switch (port.side) {
    case 'left':
      return { x: 0, y: height * share };
    case 'right':
      return { x: width, y: height * share };
    case 'top':
      return { x: width * share, y: 0 };
    case 'bottom':
      return { x: width * share, y: height };
  }
}
