import type { EventType, FlowDoc, FlowNode, Protocol, Wire } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import { freeId } from '#engine/model/freeId';
import type { Json } from '#engine/model/Json';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { kindById } from '#kinds/index';
import type { FlowDraft } from './documentStore';
import { emitsTo, renameEmitTargets } from './emitTargets';
import { eventTypesIn, renameEventTypes } from './eventTypeRefs';
import { freeName } from './freeName';
import type { Point } from './viewStore';

/**
 * Some nodes of a flow as a document of their own: with the wires among them, the event types that they mention by id or name,
 * the members of groups among them, and the protocols of buses.
 */
export function fragmentOf(doc: FlowDoc, ids: readonly string[]): FlowDoc {
  const chosen = new Set(ids);
  const nodes = doc.nodes.filter(
    (node) => chosen.has(node.id) || (node.group !== undefined && chosen.has(node.group)),
  );
  const inside = new Set(nodes.map((node) => node.id));
  const protocols = doc.protocols.filter(
    ({ settings: { bus } }) => typeof bus === 'string' && inside.has(bus),
  );
  const mentioned = new Set([
    ...nodes.flatMap((node) => [...eventTypesIn(fieldsOf(node), node.settings)]),
    ...protocols.flatMap(({ settings }) => [...eventTypesIn(protocolFields, settings)]),
  ]);
  return {
    ...doc,
    name: doc.name,
    description: '',
    eventTypes: doc.eventTypes.filter(({ id, name }) => mentioned.has(id) || isNamed(name, nodes, protocols)),
    nodes: nodes.map((node) => withoutStrayGroup(node, inside)),
    wires: doc.wires.filter((wire) => inside.has(wire.from.node) && inside.has(wire.to.node)),
    interventions: [],
    faults: [],
    protocols,
  };
}

/** Whether statecharts or protocols may speak of an event type by its name; true too for other texts that have it. */
function isNamed(name: string, nodes: readonly FlowNode[], protocols: readonly Protocol[]): boolean {
  const quoted = JSON.stringify(name);
  const isIn = (value: Json | undefined) => value !== undefined && JSON.stringify(value).includes(quoted);
  return (
    nodes.some((node) =>
      fieldsOf(node).some(({ type, id }) => type === 'statechart' && isIn(node.settings[id])),
    ) ||
    protocols.some(
      ({ settings: { expression, automaton } }) =>
        (typeof expression === 'string' && expression.includes(name)) || isIn(automaton),
    )
  );
}

/**
 * Puts a fragment into a document, moved by an offset. Ids and names that are taken get new ones; an event type
 * that the document has under the same name is used instead of a second one. What is emitted to a bus by its id, which is
 * not among what comes and not in the flow it is from, goes to every bus. `isOwn` says that this is the flow it is from.
 * Answers with the new node ids.
 */
export function addFragment(
  draft: FlowDraft,
  fragment: FlowDoc,
  offset: Point,
  isOwn = false,
): readonly string[] {
  const typeIds = addEventTypes(draft, fragment.eventTypes);
  const nodeIds = new Map<string, string>();
  for (const node of fragment.nodes) {
    nodeIds.set(node.id, freeId(node.kind, { has: (id) => isTaken(draft.nodes, nodeIds, id) }));
  }
  const targets = fragment.nodes.map((node) => targetsKept(draft, node, isOwn));
  for (const [place, node] of fragment.nodes.entries()) {
    const targetOf = (id: string) => nodeIds.get(id) ?? (targets[place]?.has(id) === true ? id : '');
    draft.nodes.push(renamedNode(draft, node, { nodeIds, typeIds, targetOf }, offset));
  }
  for (const wire of fragment.wires) {
    draft.wires.push(renamedWire(draft, wire, nodeIds));
  }
  for (const protocol of fragment.protocols) {
    draft.protocols.push(renamedProtocol(draft, protocol, nodeIds, typeIds));
  }
  return [...nodeIds.values()];
}

/**
 * The nodes of a flow that a node which comes may go on emitting to. In another flow the same id is another node, whatever the
 * flow is called: but where the node itself stands, as it is, what it emits to is what its twin there emits to.
 */
function targetsKept(doc: Pick<FlowDoc, 'nodes'>, node: FlowNode, isOwn: boolean): ReadonlySet<string> {
  const keeps = isOwn || doc.nodes.some((other) => isTwin(other, node));
  return new Set(keeps ? doc.nodes.map(({ id }) => id) : []);
}

function isTwin(one: FlowNode, other: FlowNode): boolean {
  const same = (node: FlowNode) => JSON.stringify([node.id, node.kind, node.name, node.settings]);
  return same(one) === same(other);
}

/** The nodes of a fragment that emit to a bus which is neither among them nor in the flow that they come to. */
export function nodesWithLostBus(
  doc: Pick<FlowDoc, 'nodes'>,
  fragment: FlowDoc,
  isOwn = false,
): readonly FlowNode[] {
  const among = new Set(fragment.nodes.map(({ id }) => id));
  return fragment.nodes.filter((node) => {
    const kept = targetsKept(doc, node, isOwn);
    return emitsTo(node, (id) => !among.has(id) && !kept.has(id));
  });
}

interface Renaming {
  readonly nodeIds: ReadonlyMap<string, string>;
  readonly typeIds: ReadonlyMap<string, string>;
  /** The bus that an emission goes to; empty for all. */
  readonly targetOf: (id: string) => string;
}

function renamedNode(
  draft: FlowDraft,
  node: FlowNode,
  { nodeIds, typeIds, targetOf }: Renaming,
  offset: Point,
): FlowNode {
  const { group, ...rest } = node;
  const newGroup = group === undefined ? undefined : nodeIds.get(group);
  const fields = fieldsOf(node);
  const settings: Settings = renameEmitTargets(
    fields,
    renameEventTypes(fields, node.settings, (type) => typeIds.get(type) ?? type),
    targetOf,
  );
  return {
    ...rest,
    id: nodeIds.get(node.id) ?? node.id,
    name: freeName(node.name, new Set(draft.nodes.map((one) => one.name))),
    x: node.x + offset.x,
    y: node.y + offset.y,
    settings,
    ...(newGroup === undefined ? {} : { group: newGroup }),
  };
}

function renamedWire(draft: FlowDraft, wire: Wire, nodeIds: ReadonlyMap<string, string>): Wire {
  return {
    id: freeId('wire', new Set(draft.wires.map((one) => one.id))),
    from: { node: nodeIds.get(wire.from.node) ?? wire.from.node, port: wire.from.port },
    to: { node: nodeIds.get(wire.to.node) ?? wire.to.node, port: wire.to.port },
    settings: { ...wire.settings },
  };
}

function renamedProtocol(
  draft: FlowDraft,
  { name, settings }: Protocol,
  nodeIds: ReadonlyMap<string, string>,
  typeIds: ReadonlyMap<string, string>,
): FlowDraft['protocols'][number] {
  const { bus } = settings;
  return {
    id: freeId('protocol', new Set(draft.protocols.map((one) => one.id))),
    name: freeName(name, new Set(draft.protocols.map((one) => one.name))),
    settings: {
      ...renameEventTypes(protocolFields, settings, (type) => typeIds.get(type) ?? type),
      bus: typeof bus === 'string' ? (nodeIds.get(bus) ?? '') : '',
    },
  };
}

function addEventTypes(draft: FlowDraft, types: readonly EventType[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const type of types) {
    const present = draft.eventTypes.find((one) => one.name === type.name);
    if (present !== undefined) {
      ids.set(type.id, present.id);
      continue;
    }
    const taken = new Set(draft.eventTypes.map((one) => one.id));
    const id = taken.has(type.id) ? freeId(type.id, taken) : type.id;
    draft.eventTypes.push({ ...type, id });
    ids.set(type.id, id);
  }
  return ids;
}

function withoutStrayGroup(node: FlowNode, inside: ReadonlySet<string>): FlowNode {
  if (node.group === undefined || inside.has(node.group)) return node;
  const { group: _, ...rest } = node;
  return rest;
}

function isTaken(nodes: readonly FlowNode[], given: ReadonlyMap<string, string>, id: string): boolean {
  return nodes.some((node) => node.id === id) || [...given.values()].includes(id);
}

const fieldsOf = (node: FlowNode) => kindById.get(node.kind)?.fields ?? [];
