import type { FlowDoc, Wire } from '#engine/model/FlowDoc';
import { boxOf, type Box } from '#ui/store/boxes';
import { faceOf, sizeOf } from './faceOf';
import type { Point } from './outward';

const clearance = 26;

/** A height at which wires run back, and the direction (−1 is up) in which there is more room. */
export interface Lane {
  readonly height: number;
  readonly away: -1 | 1;
}

/** So far back a single curve between nodes above one another still shows itself. */
const gentle = 60;
const narrowestGap = 16;

/**
 * Where a wire that turns back runs: between its nodes when they lie above one another, otherwise above or below
 * them; whichever crosses less, then whichever is nearer. Null when a single curve does.
 */
export function laneBetween(doc: FlowDoc, wire: Wire, from: Point, to: Point): Lane | null {
  const boxes = doc.nodes
    .filter((node) => faceOf(node)?.isFrame !== true)
    .map((node) => ({ id: node.id, ...boxOf(node, sizeOf) }));
  const ends = boxes.filter(({ id }) => id === wire.from.node || id === wire.to.node);
  if (ends.length === 0) return null;
  const gap = gapBetween(ends);
  if (to.x >= from.x || (gap !== null && to.x > from.x - gentle)) return null;
  const left = Math.min(...ends.map(({ x }) => x));
  const right = Math.max(...ends.map(({ x, width }) => x + width));
  const above = Math.min(...ends.map(({ y }) => y)) - clearance;
  const below = Math.max(...ends.map(({ y, height }) => y + height)) + clearance;
  const lanes: Lane[] = [
    { height: above, away: -1 },
    { height: below, away: 1 },
  ];
  if (gap !== null) lanes.unshift({ height: gap, away: 1 });
  const cost = ({ height }: Lane) =>
    boxes.filter((box) => crosses(box, height, left, right)).length * farAway +
    Math.abs(from.y - height) +
    Math.abs(to.y - height);
  return lanes.reduce((best, lane) => (cost(lane) < cost(best) ? lane : best));
}

/** Longer than any way around: what a crossed node counts. */
const farAway = 1e6;

/** The height in the middle between two boxes of which one lies above the other. */
function gapBetween([a, b]: readonly Box[]): number | null {
  if (a === undefined || b === undefined) return null;
  const [upper, lower] = a.y < b.y ? [a, b] : [b, a];
  const bottom = upper.y + upper.height;
  return lower.y - bottom >= narrowestGap ? (bottom + lower.y) / 2 : null;
}

function crosses({ x, y, width, height }: Box, lane: number, left: number, right: number): boolean {
  return x < right && x + width > left && y < lane && y + height > lane;
}
