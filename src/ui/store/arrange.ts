import type { FlowNode } from '#engine/model/FlowDoc';
import { boundsOf, boxOf, gridStep, sizeOfNode, type Box, type SizeOf } from './boxes';
import type { Point } from './viewStore';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
/** New top left corners, by node id. */
export type Places = ReadonlyMap<string, Point>;

/** Lines nodes up with an edge or with the middle of the box around them all. */
export function align(nodes: readonly FlowNode[], to: Alignment, sizeOf: SizeOf = sizeOfNode): Places {
  const bounds = boundsOf(nodes.map((node) => boxOf(node, sizeOf)));
  if (bounds === null) return new Map();
  return new Map(nodes.map((node) => [node.id, aligned(boxOf(node, sizeOf), bounds, to)]));
}

function aligned(box: Box, bounds: Box, to: Alignment): Point {
  switch (to) {
    case 'left':
      return { x: bounds.x, y: box.y };
    case 'centre':
      return { x: Math.round(bounds.x + (bounds.width - box.width) / 2), y: box.y };
    case 'right':
      return { x: bounds.x + bounds.width - box.width, y: box.y };
    case 'top':
      return { x: box.x, y: bounds.y };
    case 'middle':
      return { x: box.x, y: Math.round(bounds.y + (bounds.height - box.height) / 2) };
    case 'bottom':
      return { x: box.x, y: bounds.y + bounds.height - box.height };
    default:
      return to satisfies never;
  }
}

/**
 * Makes the gaps between neighbours equal. The first and the last stay where they are, unless there is no room
 * between them: then all but the first move on, a step of the grid apart.
 */
export function distribute(
  nodes: readonly FlowNode[],
  along: 'horizontal' | 'vertical',
  sizeOf: SizeOf = sizeOfNode,
): Places {
  const [start, length] = along === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const items = nodes
    .map((node) => ({ id: node.id, box: boxOf(node, sizeOf) }))
    .toSorted((a, b) => a.box[start] + a.box[length] / 2 - b.box[start] - b.box[length] / 2);
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined || items.length < 3) return new Map();
  const room = last.box[start] + last.box[length] - first.box[start];
  const spare = room - items.reduce((sum, item) => sum + item.box[length], 0);
  const gap = spare >= 0 ? spare / (items.length - 1) : gridStep;
  let next = first.box[start];
  const places = new Map<string, Point>();
  for (const { id, box } of items) {
    places.set(id, { x: box.x, y: box.y, [start]: Math.round(next) });
    next += box[length] + gap;
  }
  return places;
}
