import type { FlowDoc, FlowNode, WireEnd } from '#engine/model/FlowDoc';
import type { Port } from '#engine/model/NodeKind';
import { faceOf } from './faceOf';
import type { Point } from './outward';
import { portPoint, portsOf } from './portPoint';
import {
  pathAround,
  pathBetween,
  samplePath,
  turnsBack,
  type PathEnd,
  type PathSamples,
  type WirePath,
} from './wirePath';
import { laneBetween, type Lane } from './laneBetween';

/** A wire on the canvas. */
export interface WireLayout {
  readonly from: PathEnd;
  readonly to: PathEnd;
  readonly path: WirePath;
  readonly samples: PathSamples;
}

/** Where one wire meets a node, from the node's top left corner. */
export interface EndSpot extends Point {
  readonly wire: string;
  readonly port: Port;
}

export interface FlowLayout {
  /** By index in the document; null for a wire whose ends do not exist. */
  readonly wires: readonly (WireLayout | null)[];
  /** By node id. */
  readonly spots: ReadonlyMap<string, readonly EndSpot[]>;
}

const layouts = new WeakMap<FlowDoc, FlowLayout>();

/** Where all wires run: a pure function of the document, shared by wires and tokens. */
export function layoutWires(doc: FlowDoc): FlowLayout {
  let layout = layouts.get(doc);
  if (layout === undefined) {
    layout = computeLayout(doc);
    layouts.set(doc, layout);
  }
  return layout;
}

function computeLayout(doc: FlowDoc): FlowLayout {
  const nodes = new Map(doc.nodes.map((node) => [node.id, node]));
  const spots = spread(doc, nodes);
  const endOf = (end: WireEnd, wire: string): PathEnd | null => {
    const node = nodes.get(end.node);
    const spot = spots.get(end.node)?.find((one) => one.wire === wire && one.port.id === end.port);
    if (node === undefined || spot === undefined) return null;
    return { x: node.x + spot.x, y: node.y + spot.y, side: spot.port.side };
  };
  const lanes = new Map<number, number>();
  const wires = doc.wires.map((wire) => {
    const from = endOf(wire.from, wire.id);
    const to = endOf(wire.to, wire.id);
    if (from === null || to === null) return null;
    return wireLayout(
      from,
      to,
      turnsBack(from, to) ? freeLane(lanes, laneBetween(doc, wire, from, to)) : null,
    );
  });
  return { wires, spots };
}

const laneStep = 10;

/** The height of a lane, further out for each wire that already runs there. */
function freeLane(taken: Map<number, number>, lane: Lane | null): number | null {
  if (lane === null) return null;
  const count = taken.get(lane.height) ?? 0;
  taken.set(lane.height, count + 1);
  return lane.height + lane.away * count * laneStep;
}

const measured = new Map<string, WireLayout>();
const measuredAtMost = 4000;

/** Keeps what was measured: a drag moves few wires, and asks for all of them sixty times a second. */
function wireLayout(from: PathEnd, to: PathEnd, lane: number | null): WireLayout {
  const key = `${from.x} ${from.y} ${from.side} ${to.x} ${to.y} ${to.side} ${lane}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  const path = lane === null ? pathBetween(from, to) : pathAround(from, to, lane);
  const layout = { from, to, path, samples: samplePath(path) };
  if (measured.size >= measuredAtMost) measured.clear();
  measured.set(key, layout);
  return layout;
}

interface Meeting {
  readonly wire: string;
  /** Where the other end is, along the side: wires are sorted by it so that they do not cross. */
  readonly toward: number;
}

/** Gives each wire its own place on the side of its port. */
function spread(doc: FlowDoc, nodes: ReadonlyMap<string, FlowNode>): ReadonlyMap<string, readonly EndSpot[]> {
  const meetings = new Map<string, Map<string, Meeting[]>>();
  for (const wire of doc.wires) {
    for (const [end, other] of [
      [wire.from, wire.to],
      [wire.to, wire.from],
    ] as const) {
      const byPort = meetings.get(end.node) ?? new Map<string, Meeting[]>();
      const list = byPort.get(end.port) ?? [];
      list.push({ wire: wire.id, toward: towards(nodes, end, other) });
      byPort.set(end.port, list);
      meetings.set(end.node, byPort);
    }
  }
  const spots = new Map<string, EndSpot[]>();
  for (const [id, byPort] of meetings) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    spots.set(
      id,
      portsOf(node).flatMap((port) => spotsAt(node, port, byPort.get(port.id) ?? [])),
    );
  }
  return spots;
}

/** Where along the side of its port a wire wants to go. */
function towards(nodes: ReadonlyMap<string, FlowNode>, end: WireEnd, other: WireEnd): number {
  const [near, far] = [nodes.get(end.node), nodes.get(other.node)];
  const port = near && portsOf(near).find((one) => one.id === end.port);
  const farPort = far && portsOf(far).find((one) => one.id === other.port);
  if (far === undefined || farPort === undefined) return 0;
  const point = portPoint(far, farPort);
  return isUpright(port?.side) ? far.y + point.y : far.x + point.x;
}

const isUpright = (side: Port['side'] | undefined) => side === 'left' || side === 'right';
const stepAtMost = 32;

function spotsAt(node: FlowNode, port: Port, meetings: readonly Meeting[]): readonly EndSpot[] {
  const middle = portPoint(node, port);
  const room = faceOf(node)?.spread(node.settings) ?? 0;
  const step = meetings.length > 1 ? Math.min(stepAtMost, room / (meetings.length - 1)) : 0;
  const sorted = meetings.toSorted((a, b) => a.toward - b.toward || (a.wire < b.wire ? -1 : 1));
  return sorted.map(({ wire }, place) => {
    const offset = (place - (sorted.length - 1) / 2) * step;
    return isUpright(port.side)
      ? { wire, port, x: middle.x, y: middle.y + offset }
      : { wire, port, x: middle.x + offset, y: middle.y };
  });
}
