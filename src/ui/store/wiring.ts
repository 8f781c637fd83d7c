import type { FlowDoc, FlowNode, Wire, WireEnd } from '#engine/model/FlowDoc';
import type { NodeKind, Port } from '#engine/model/NodeKind';
import type { Problem } from '#engine/model/Problem';
import { checkWire } from '#engine/model/checkWire';
import { defaultsOf } from '#engine/model/defaultsOf';
import { freeId } from '#engine/model/freeId';
import { wireFields } from '#engine/model/wireFields';
import { kindById, kinds } from '#kinds/index';
import type { FlowDraft } from './documentStore';

/** A connection in the direction in which things flow. */
export interface Link {
  readonly from: WireEnd;
  readonly to: WireEnd;
}

/** The port at a wire end, or undefined when the document has no such port. */
export function portAt(doc: Pick<FlowDoc, 'nodes'>, end: WireEnd): Port | undefined {
  const node = doc.nodes.find((one) => one.id === end.node);
  return node && kindById.get(node.kind)?.ports.find((port) => port.id === end.port);
}

/** The ports of a kind that the wire from `end` could lead to, or come from; dead-letter ports last. */
export function fittingPorts(doc: Pick<FlowDoc, 'nodes'>, end: WireEnd, kind: NodeKind): readonly Port[] {
  const port = portAt(doc, end);
  if (port === undefined) return [];
  const fits = kind.ports.filter((one) => one.direction !== port.direction && one.carries === port.carries);
  return fits.toSorted((a, b) => Number(a.deadLetter ?? false) - Number(b.deadLetter ?? false));
}

/** Two ends in the direction of flow, whichever of them was drawn first. */
export function linkOf(doc: Pick<FlowDoc, 'nodes'>, a: WireEnd, b: WireEnd): Link {
  return portAt(doc, a)?.direction === 'in' ? { from: b, to: a } : { from: a, to: b };
}

/** Wires two ends together; when they must not be, says why and leaves the document as it is. */
export function wireUp(draft: FlowDraft, a: WireEnd, b: WireEnd): Problem | null {
  const { from, to } = linkOf(draft, a, b);
  const problem = checkWire(draft, kinds, from, to);
  if (problem !== null) return problem;
  const carries = portAt(draft, from)?.carries ?? 'event';
  const id = freeId('wire', new Set(draft.wires.map((wire) => wire.id)));
  draft.wires.push({ id, from, to, settings: { ...defaultsOf(wireFields[carries]) } });
  return null;
}

/** Every connection that a new wire at a node may make: outgoing ones, or incoming ones for nodes that only take. */
export function linksFrom(doc: FlowDoc, node: FlowNode): readonly Link[] {
  const ports = kindById.get(node.kind)?.ports ?? [];
  const outgoing = ports.filter((port) => port.direction === 'out');
  return (outgoing.length > 0 ? outgoing : ports).flatMap((port) =>
    linksAt(doc, { node: node.id, port: port.id }),
  );
}

/** Every connection that an existing wire may be moved to, keeping one of its ends. */
export function linksInsteadOf(doc: FlowDoc, wire: Wire): readonly Link[] {
  const without = { ...doc, wires: doc.wires.filter((one) => one.id !== wire.id) };
  const isOther = ({ from, to }: Link) => !isSameEnd(from, wire.from) || !isSameEnd(to, wire.to);
  return [...linksAt(without, wire.from), ...linksAt(without, wire.to)].filter(isOther);
}

function linksAt(doc: FlowDoc, end: WireEnd): readonly Link[] {
  return doc.nodes
    .flatMap((node) => {
      const kind = kindById.get(node.kind);
      const ports = kind === undefined ? [] : fittingPorts(doc, end, kind);
      return ports.map((port) => linkOf(doc, end, { node: node.id, port: port.id }));
    })
    .filter(({ from, to }) => checkWire(doc, kinds, from, to) === null);
}

const isSameEnd = (a: WireEnd, b: WireEnd) => a.node === b.node && a.port === b.port;
