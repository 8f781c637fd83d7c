import { defaultsOf } from '#engine/model/defaultsOf';
import type { FlowDoc, FlowNode, Wire } from '#engine/model/FlowDoc';
import { freeId } from '#engine/model/freeId';
import type { NodeKind } from '#engine/model/NodeKind';
import { wireFields } from '#engine/model/wireFields';
import type { Change } from './LintRule';

type AddNode = Extract<Change, { readonly do: 'addNode' }>;

/** How far beside its neighbour a new node is put, in pixels. */
const beside = { x: 40, y: 240 } as const;

/** A document with changes made; parts that do not change are the same objects. What is not there is passed over. */
export function mendFlow(doc: FlowDoc, changes: readonly Change[], kinds: readonly NodeKind[]): FlowDoc {
  return changes.reduce((before, change) => mend(before, change, kinds), doc);
}

function mend(doc: FlowDoc, change: Change, kinds: readonly NodeKind[]): FlowDoc {
  switch (change.do) {
    case 'set':
      return change.part === 'nodes'
        ? { ...doc, nodes: withSettings(doc.nodes, change) }
        : { ...doc, wires: withSettings(doc.wires, change) };
    case 'removeWire':
      return { ...doc, wires: doc.wires.filter(({ id }) => id !== change.id) };
    case 'setLength':
      return { ...doc, untilMs: change.untilMs };
    case 'addNode':
      return withNode(doc, change, kinds);
    default:
      return change satisfies never;
  }
}

function withSettings<T extends FlowNode | Wire>(
  parts: readonly T[],
  { id, settings }: Extract<Change, { readonly do: 'set' }>,
): readonly T[] {
  return parts.map((part) =>
    part.id === id ? { ...part, settings: { ...part.settings, ...settings } } : part,
  );
}

function withNode(doc: FlowDoc, change: AddNode, kinds: readonly NodeKind[]): FlowDoc {
  const kind = kinds.find(({ id }) => id === change.kind);
  const neighbour = doc.nodes.find(({ id }) => id === change.from.node);
  const port = kind?.ports.find(({ id }) => id === change.port);
  if (kind === undefined || neighbour === undefined || port === undefined) return doc;
  const node: FlowNode = {
    id: freeId(kind.id, new Set(doc.nodes.map(({ id }) => id))),
    kind: kind.id,
    name: change.name,
    x: neighbour.x + beside.x,
    y: neighbour.y + beside.y,
    settings: { ...defaultsOf(kind.fields), ...change.settings },
  };
  const wire: Wire = {
    id: freeId('wire', new Set(doc.wires.map(({ id }) => id))),
    from: change.from,
    to: { node: node.id, port: port.id },
    settings: defaultsOf(wireFields[port.carries]),
  };
  return { ...doc, nodes: [...doc.nodes, node], wires: [...doc.wires, wire] };
}
