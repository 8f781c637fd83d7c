import type { FlowDoc, Wire } from '#engine/model/FlowDoc';
import { boxOf, type Box } from '#ui/store/boxes';
import { faceOf, sizeOf } from './faceOf';

const clearance = 26;

/** The height at which a wire that turns back runs: above or below its nodes, whichever crosses less. */
export function laneBetween(doc: FlowDoc, wire: Wire): number | null {
  const boxes = doc.nodes
    .filter((node) => faceOf(node)?.isFrame !== true)
    .map((node) => ({ id: node.id, ...boxOf(node, sizeOf) }));
  const ends = boxes.filter(({ id }) => id === wire.from.node || id === wire.to.node);
  if (ends.length === 0) return null;
  const left = Math.min(...ends.map(({ x }) => x));
  const right = Math.max(...ends.map(({ x, width }) => x + width));
  const above = Math.min(...ends.map(({ y }) => y)) - clearance;
  const below = Math.max(...ends.map(({ y, height }) => y + height)) + clearance;
  const crossings = (lane: number) => boxes.filter((box) => crosses(box, lane, left, right)).length;
  return crossings(below) < crossings(above) ? below : above;
}

function crosses({ x, y, width, height }: Box, lane: number, left: number, right: number): boolean {
  return x < right && x + width > left && y < lane && y + height > lane;
}
