import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import { areClose, boxOf, eyesHeightOf, withEyes, type Box, type SizeOf } from './boxes';

/** What is between a node and its eyes, and has to be between them and another node. */
const gap = 6;

/**
 * Whether the eyes of protocols stand above their bus: where a node stands in their way below it and none above. They move and
 * not what a person has placed.
 */
export function areEyesAbove(
  bus: FlowNode,
  { nodes, protocols }: Pick<FlowDoc, 'nodes' | 'protocols'>,
  sizeOf: SizeOf,
): boolean {
  const height = eyesHeightOf(bus, protocols);
  if (height === 0) return false;
  const own = boxOf(bus, sizeOf);
  const others = nodes.filter(({ id }) => id !== bus.id).map((node) => boxOf(node, sizeOf));
  const isFree = (y: number) => {
    const room = { x: own.x, y, width: own.width, height };
    // What is around the bus, as a frame is, is around its eyes too.
    return others.every((other) => holds(other, own) || !areClose(room, other, gap));
  };
  return !isFree(own.y + own.height) && isFree(own.y - height);
}

/** A node with its eyes, wherever they stand. */
export function boxWithEyes(node: FlowNode, doc: Pick<FlowDoc, 'nodes' | 'protocols'>, sizeOf: SizeOf): Box {
  const box = boxOf(node, withEyes(sizeOf, doc.protocols));
  return areEyesAbove(node, doc, sizeOf) ? { ...box, y: box.y - eyesHeightOf(node, doc.protocols) } : box;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
