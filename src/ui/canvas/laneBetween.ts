import type { FlowDoc, Wire } from '#engine/model/FlowDoc';
import { boxOf, type Box } from '#ui/store/boxes';
import { faceOf, sizeOf } from './faceOf';

const clearance = 26;

/** A height at which wires run back, and the direction (−1 is up) in which there is more room. */
export interface Lane {
  readonly height: number;
  readonly away: -1 | 1;
}

/** Where a wire that turns back runs: above or below its nodes, whichever crosses less. Null without nodes. */
export function laneBetween(doc: FlowDoc, wire: Wire): Lane | null {
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
  return crossings(below) < crossings(above) ? { height: below, away: 1 } : { height: above, away: -1 };
}

function crosses({ x, y, width, height }: Box, lane: number, left: number, right: number): boolean {
  return x < right && x + width > left && y < lane && y + height > lane;
}
