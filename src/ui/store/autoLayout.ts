import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import { kindById } from '#kinds/index';
import type { Places } from './arrange';
import { boundsOf, boxOf, gridStep, snapped, type Box, type SizeOf } from './boxes';
import { freePlace } from './freePlace';
import type { Point } from './viewStore';

const frameMargin = 2 * gridStep;

/**
 * New places for a flow, or for some nodes of it, in layers from left to right (Sugiyama's method as dagre does
 * it). Notes keep their distance from the node nearest to them. The top left corner of the whole stays, as far as
 * nodes that are not arranged leave room.
 */
export async function autoLayout(
  doc: FlowDoc,
  ids: readonly string[],
  sizeOf: SizeOf,
): Promise<{ readonly places: Places; readonly frames: ReadonlyMap<string, Box> }> {
  const chosen = new Set(ids);
  const movable = doc.nodes.filter((node) => chosen.size === 0 || chosen.has(node.id));
  const running = movable.filter((node) => kindById.get(node.kind)?.runs === true);
  const before = boundsOf(running.map((node) => boxOf(node, sizeOf)));
  if (before === null) return { places: new Map(), frames: new Map() };
  const raw = await layered(doc, running, sizeOf);
  const left = Math.min(...[...raw.values()].map((place) => place.x));
  const top = Math.min(...[...raw.values()].map((place) => place.y));
  const places = new Map<string, Point>();
  const corner = cornerFor(doc, running, raw, before, sizeOf);
  for (const [id, { x, y }] of raw) {
    places.set(id, snapped({ x: x - left + corner.x, y: y - top + corner.y }));
  }
  const frames = framesAround(doc, places, sizeOf);
  for (const note of movable) {
    if (places.has(note.id) || frames.has(note.id)) continue;
    places.set(note.id, follow(note, running, places));
  }
  return { places, frames };
}

/** Where the top left corner of the new layout goes: where it was, or beside the nodes that do not move. */
function cornerFor(
  doc: FlowDoc,
  moving: readonly FlowNode[],
  raw: Places,
  wanted: Point,
  sizeOf: SizeOf,
): Point {
  const isMoving = new Set(moving.map((node) => node.id));
  const staying = doc.nodes.filter(
    (node) => !isMoving.has(node.id) && kindById.get(node.kind)?.runs === true,
  );
  const bounds = boundsOf(moving.map((node) => ({ ...boxOf(node, sizeOf), ...raw.get(node.id) })));
  if (bounds === null || staying.length === 0) return wanted;
  return freePlace(
    wanted,
    bounds,
    staying.map((node) => boxOf(node, sizeOf)),
  );
}

async function layered(
  doc: FlowDoc,
  nodes: readonly FlowNode[],
  sizeOf: SizeOf,
): Promise<ReadonlyMap<string, Point>> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const graph = new Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 2 * gridStep, ranksep: 5 * gridStep, edgesep: gridStep });
  graph.setDefaultEdgeLabel(() => ({}));
  const inside = new Set(nodes.map((node) => node.id));
  for (const node of nodes) graph.setNode(node.id, { ...sizeOf(node) });
  for (const node of nodes) {
    if (node.group === undefined) continue;
    if (!graph.hasNode(node.group)) graph.setNode(node.group, {});
    graph.setParent(node.id, node.group);
  }
  for (const wire of doc.wires) {
    if (!inside.has(wire.from.node) || !inside.has(wire.to.node)) continue;
    graph.setEdge(wire.from.node, wire.to.node, {}, wire.id);
  }
  layout(graph);
  return new Map(
    nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.id);
      const { width, height } = sizeOf(node);
      return [node.id, { x: x - width / 2, y: y - height / 2 }];
    }),
  );
}

/** Frames are drawn anew around members that moved. */
function framesAround(doc: FlowDoc, places: Places, sizeOf: SizeOf): ReadonlyMap<string, Box> {
  const frames = new Map<string, Box>();
  for (const id of new Set(doc.nodes.flatMap((node) => node.group ?? []))) {
    const members = doc.nodes.filter((node) => node.group === id);
    if (!members.some((node) => places.has(node.id))) continue;
    const bounds = boundsOf(members.map((node) => ({ ...boxOf(node, sizeOf), ...places.get(node.id) })));
    if (bounds === null) continue;
    frames.set(id, {
      x: bounds.x - frameMargin,
      y: bounds.y - frameMargin,
      width: bounds.width + 2 * frameMargin,
      height: bounds.height + 2 * frameMargin,
    });
  }
  return frames;
}

/** Moves what does not run by as much as the nearest node that does. */
function follow(note: FlowNode, running: readonly FlowNode[], places: Places): Point {
  const distance = (node: FlowNode) => Math.hypot(node.x - note.x, node.y - note.y);
  const nearest = running.reduce<FlowNode | undefined>(
    (best, node) => (best === undefined || distance(node) < distance(best) ? node : best),
    undefined,
  );
  const place = nearest === undefined ? undefined : places.get(nearest.id);
  if (nearest === undefined || place === undefined) return { x: note.x, y: note.y };
  return { x: note.x + place.x - nearest.x, y: note.y + place.y - nearest.y };
}
