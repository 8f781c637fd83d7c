import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import { elkId } from './elkGraphOf';
import type { Box, Point } from './geometry';
import type { MeasuredPicture } from './measurePicture';
import { cornerOf, type PictureLayout, type Way } from './PictureLayout';
import { toRim } from './toRim';

/** What ELK made of a measured picture, in our words. */
export function readElkLayout(measured: MeasuredPicture, root: ElkNode, flow: Way): PictureLayout {
  const boxes = new Map<string, Box>();
  collectBoxes(root, boxes);
  const edges = new Map(allEdges(root).map((edge) => [edge.id, edge]));
  const states = measured.states.flatMap((one) => {
    const box = boxes.get(elkId.state(one.state.id));
    if (box === undefined) return [];
    return [{ ...one, box }];
  });
  return {
    flow,
    width: root.width ?? 0,
    height: root.height ?? 0,
    states: parentsFirst(states),
    arrows: measured.arrows.flatMap((arrow) => {
      const edge = edges.get(elkId.arrow(arrow.id));
      const label = edge?.labels?.[0];
      const { from, to } = arrow;
      const given = wayOf(edge);
      const way = edge?.sources[0] === elkId.state(from) ? given : given.toReversed();
      if (way.length === 0) return [];
      return [{ ...arrow, way: onRims(way, from, to), label: label === undefined ? null : boxOf(label) }];
    }),
    starts: measured.states.flatMap(({ state: { id } }) => {
      const dot = boxes.get(elkId.start(id));
      const way = wayOf(edges.get(elkId.startArrow(id)));
      return dot === undefined
        ? []
        : [{ state: id, dot: { x: dot.x + 4, y: dot.y + 4 }, way: onRims(way, null, id) }];
    }),
  };

  function onRims(way: readonly Point[], from: string | null, to: string): readonly Point[] {
    return way.map((point, index) => {
      const end = index === 0 ? from : index === way.length - 1 ? to : null;
      const own = states.find(({ state }) => state.id === end);
      return own === undefined ? point : toRim(point, own.box, cornerOf(own.box, own.hasChildren));
    });
  }
}

function collectBoxes(node: ElkNode, boxes: Map<string, Box>): void {
  for (const child of node.children ?? []) {
    boxes.set(child.id, boxOf(child));
    collectBoxes(child, boxes);
  }
}

function allEdges(node: ElkNode): readonly ElkExtendedEdge[] {
  return [...(node.edges ?? []), ...(node.children ?? []).flatMap(allEdges)];
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box {
  return { x, y, width, height };
}

function wayOf(edge: ElkExtendedEdge | undefined): readonly Point[] {
  return (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y })),
  );
}

function parentsFirst<T extends { readonly state: { readonly id: string; readonly parent?: string } }>(
  states: readonly T[],
): readonly T[] {
  const parentOf = new Map(states.map(({ state }) => [state.id, state.parent]));
  const depth = (id: string | undefined, guard = 0): number =>
    id === undefined || guard > states.length ? 0 : 1 + depth(parentOf.get(id), guard + 1);
  return states.toSorted((a, b) => depth(a.state.id) - depth(b.state.id));
}
