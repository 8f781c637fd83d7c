import type { FlowNode, Protocol } from '#engine/model/FlowDoc';
import type { NodeFacts } from '#engine/model/NodeKind';
import { kindById } from '#kinds/index';
import { useView, type Point, type Size } from './viewStore';

/** A node's place on the canvas. */
export interface Box extends Point, Size {}

export type SizeOf = (node: FlowNode) => Size;

/** The grid that nodes snap to, in pixels at 100 %. */
export const gridStep = 20;

/** Sizes by role, for when no canvas is there to ask: in tests, and before the first picture. */
const nominal: Readonly<Record<NodeFacts['role'], Size>> = {
  source: { width: 196, height: 98 },
  bus: { width: 300, height: 194 },
  server: { width: 222, height: 104 },
  store: { width: 180, height: 104 },
  none: { width: 220, height: 120 },
};

/** The size of a node: its own, that of its face, or that of its role. */
export function sizeOfNode(node: FlowNode): Size {
  if (node.width !== undefined && node.height !== undefined)
    return { width: node.width, height: node.height };
  const face = useView.getState().canvasApi?.sizeOf(node);
  return face ?? nominal[kindById.get(node.kind)?.facts(node.settings).role ?? 'none'];
}

/** The eyes of protocols below a node: each so high, and of so many only some are shown. */
const eyeHeight = 50;
const mostEyes = 3;

/** Sizes with what hangs below a node: the eyes of its protocols. */
export function withEyes(sizeOf: SizeOf, protocols: readonly Protocol[]): SizeOf {
  return (node) => {
    const { width, height } = sizeOf(node);
    return { width, height: height + eyesHeightOf(node, protocols) };
  };
}

/** How high the eyes of a node are together; 0 where it has none. */
export function eyesHeightOf(node: FlowNode, protocols: readonly Protocol[]): number {
  const count = protocols.filter(({ settings }) => settings['bus'] === node.id).length;
  return Math.min(mostEyes, count) * eyeHeight;
}

export function boxOf(node: FlowNode, sizeOf: SizeOf = sizeOfNode): Box {
  return { x: node.x, y: node.y, ...sizeOf(node) };
}

/** The smallest box around boxes; null around none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Whether two boxes come nearer to each other than `gap`. */
export function areClose(a: Box, b: Box, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

export function snapped(point: Point): Point {
  return { x: Math.round(point.x / gridStep) * gridStep, y: Math.round(point.y / gridStep) * gridStep };
}
