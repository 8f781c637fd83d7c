import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/react';
import type { FlowDoc, FlowNode, Wire, WireEnd } from '#engine/model/FlowDoc';
import type { Port } from '#engine/model/NodeKind';
import { kindById } from '#kinds/index';
import type { Selection } from '#ui/store/viewStore';
import { faceOf, sizeOf } from './faceOf';
import { layoutWires, type EndSpot, type WireLayout } from './layoutWires';
import { portPoint, portsOf } from './portPoint';
import { wireLook, type WireLook } from '#ui/store/wireLook';

/** What a drawn node is made from; what moves while a run plays it asks the run store for. */
export interface NodeData extends Record<string, unknown> {
  readonly node: FlowNode;
  readonly spots: readonly EndSpot[];
  /** The names of the nodes that its wires lead to, joined: new names make a new picture. */
  readonly targets: string;
}

export interface WireData extends Record<string, unknown> {
  readonly layout: WireLayout;
  readonly look: WireLook;
}

/** The name of a wire that is read out, in the language of the page. */
export type NameWire = (look: WireLook, from: string, to: string) => string;

export type CanvasNode = Node<NodeData, 'flow'>;
export type CanvasWire = Edge<WireData, 'wire'>;

interface Kept<Element> {
  readonly key: string;
  readonly of: FlowNode | Wire;
  readonly element: Element;
}

export const positions: Readonly<Record<Port['side'], Position>> = {
  left: Position.Left,
  right: Position.Right,
  top: Position.Top,
  bottom: Position.Bottom,
};

const portSize = 12;
const noSpots: readonly EndSpot[] = [];

/** The handle of one wire at a port, so that each wire can be taken by its own end. */
export const spotId = (port: string, wire: string) => `${port}~${wire}`;

/** The port that a handle stands for. */
export const portOfHandle = (handle: string) => handle.replace(/~.*$/, '');

/**
 * Turns documents into what React Flow draws, and keeps every element that looks the same: a changed document
 * then costs only what changed in it.
 */
export class FlowElements {
  #nodes = new Map<string, Kept<CanvasNode>>();
  #wires = new Map<string, Kept<CanvasWire>>();

  nodesOf(doc: FlowDoc, selection: Selection): CanvasNode[] {
    const { spots } = layoutWires(doc);
    const selected = new Set(selection.nodes);
    const targets = targetNames(doc);
    const next = new Map<string, Kept<CanvasNode>>();
    for (const node of doc.nodes) {
      const ends = spots.get(node.id) ?? noSpots;
      const names = targets.get(node.id) ?? '';
      const isSelected = selected.has(node.id);
      const key = `${isSelected} ${names} ${ends.map(({ wire, port, x, y }) => `${port.id} ${wire} ${x} ${y}`).join()}`;
      const kept = this.#nodes.get(node.id);
      const element =
        kept?.of === node && kept.key === key ? kept.element : nodeElement(node, ends, names, isSelected);
      next.set(node.id, { key, of: node, element });
    }
    this.#nodes = next;
    return [...next.values()].map(({ element }) => element);
  }

  wiresOf(doc: FlowDoc, selection: Selection, nameWire: NameWire): CanvasWire[] {
    const { wires } = layoutWires(doc);
    const nodes = new Map(doc.nodes.map((node) => [node.id, node]));
    const selected = new Set(selection.wires);
    const next = new Map<string, Kept<CanvasWire>>();
    for (const [index, wire] of doc.wires.entries()) {
      const layout = wires[index];
      if (layout === null || layout === undefined) continue;
      const look = wireLook(nodes, kindById, wire);
      const name = nameWire(look, nameOf(nodes, wire.from), nameOf(nodes, wire.to));
      const isSelected = selected.has(wire.id);
      const key = `${isSelected} ${look} ${name}`;
      const kept = this.#wires.get(wire.id);
      const isSame = kept?.of === wire && kept.key === key && kept.element.data?.layout === layout;
      const element = isSame ? kept.element : wireElement(wire, { layout, look }, name, isSelected);
      next.set(wire.id, { key, of: wire, element });
    }
    this.#wires = next;
    return [...next.values()].map(({ element }) => element);
  }
}

function nodeElement(
  node: FlowNode,
  spots: readonly EndSpot[],
  targets: string,
  selected: boolean,
): CanvasNode {
  const size = sizeOf(node);
  const isFrame = faceOf(node)?.isFrame === true;
  return {
    id: node.id,
    type: 'flow',
    position: { x: node.x, y: node.y },
    ...size,
    measured: size,
    handles: handlesOf(node, spots),
    data: { node, spots, targets },
    selected,
    zIndex: isFrame ? -1 : 0,
    // A frame is taken by its edge and name, so that what lies in it can be reached.
    ...(isFrame ? { style: { pointerEvents: 'none' } } : {}),
    domAttributes: { 'aria-roledescription': undefined },
  };
}

function handlesOf(node: FlowNode, spots: readonly EndSpot[]): NodeHandle[] {
  const ports = portsOf(node).map((port): NodeHandle => {
    const { x, y } = portPoint(node, port);
    const [left, top] = [x - portSize / 2, y - portSize / 2];
    return { ...handleAt(port), id: port.id, x: left, y: top, width: portSize, height: portSize };
  });
  const ends = spots.map(({ port, wire, x, y }): NodeHandle => ({
    ...handleAt(port),
    id: spotId(port.id, wire),
    x,
    y,
    width: 0,
    height: 0,
  }));
  return [...ports, ...ends];
}

function handleAt(port: Port): Pick<NodeHandle, 'type' | 'position'> {
  return { type: port.direction === 'out' ? 'source' : 'target', position: positions[port.side] };
}

/** The id of a wire's element: what the canvas names as its active descendant. */
export const wireElementId = (wire: string): string => `flow-wire-${wire}`;

function wireElement(wire: Wire, data: WireData, ariaLabel: string, selected: boolean): CanvasWire {
  return {
    id: wire.id,
    type: 'wire',
    source: wire.from.node,
    sourceHandle: spotId(wire.from.port, wire.id),
    target: wire.to.node,
    targetHandle: spotId(wire.to.port, wire.id),
    data,
    selected,
    reconnectable: selected,
    // The drawing inside has the name, for an id can be given only there.
    ariaRole: 'presentation',
    label: ariaLabel,
    domAttributes: { 'aria-roledescription': undefined },
  };
}

const nameOf = (nodes: ReadonlyMap<string, FlowNode>, end: WireEnd) => nodes.get(end.node)?.name ?? end.node;

function targetNames(doc: FlowDoc): ReadonlyMap<string, string> {
  const names = new Map(doc.nodes.map((node) => [node.id, node.name]));
  const found = new Map<string, string>();
  for (const { from, to } of doc.wires) {
    found.set(from.node, `${found.get(from.node) ?? ''}\n${names.get(to.node) ?? ''}`);
  }
  return found;
}
