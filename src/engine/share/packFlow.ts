import { WireRules } from '#engine/model/checkWire';
import type { EventType, FlowDoc, FlowNode, Wire } from '#engine/model/FlowDoc';
import { freeEventTypeStyle, tokenShapes } from '#engine/model/freeEventTypeStyle';
import type { NodeKind } from '#engine/model/NodeKind';
import { wireFields } from '#engine/model/wireFields';
import type { ByteWriter } from './ByteWriter';
import { packBranches } from './branchCodec';
import { packFaults } from './faultCodec';
import { packProtocols } from './protocolCodec';
import { differsFromDefaults, writeSettings, type DocumentIds } from './fieldCodec';
import { flowSections } from './flowSections';
import { gridOf } from './gridOf';
import { idCodes, IdGuesses } from './idCodec';
import { packInterventionNames, packInterventions } from './interventionCodec';
import { portPairs } from './portPairs';

/** Writes a checked document; places and sizes are rounded to whole pixels. */
export function packFlow(writer: ByteWriter, doc: FlowDoc, kinds: readonly NodeKind[]): void {
  const types = doc.eventTypes.map(({ id }) => id);
  writer.whole(doc.seed);
  writer.number(doc.untilMs);
  writer.text(doc.name);
  writer.text(doc.description);
  packEventTypes(writer, doc.eventTypes);
  const ids = { types, nodes: doc.nodes.map(({ id }) => id) };
  packNodes(writer, doc.nodes, kinds, ids);
  packWires(writer, doc, kinds, ids);
  packInterventions(writer, doc, ids);
  packSections(writer, doc, ids, kinds);
}

/**
 * What came to documents later: each part that has something to say writes its place in `flowSections`, then its
 * content. So links of flows without it are as they were.
 */
function packSections(writer: ByteWriter, doc: FlowDoc, ids: DocumentIds, kinds: readonly NodeKind[]): void {
  const { faults, protocols, interventions, branches } = doc;
  if (faults.length > 0) {
    writer.whole(flowSections.indexOf('faults'));
    packFaults(writer, faults, ids);
  }
  if (protocols.length > 0) {
    writer.whole(flowSections.indexOf('protocols'));
    packProtocols(writer, protocols, ids);
  }
  if (interventions.some(({ name }) => name !== undefined)) {
    writer.whole(flowSections.indexOf('interventionNames'));
    packInterventionNames(writer, doc);
  }
  if (branches !== undefined) {
    writer.whole(flowSections.indexOf('branches'));
    packBranches(writer, branches, (inner, flow) => packFlow(inner, flow, kinds));
  }
}

function packEventTypes(writer: ByteWriter, types: readonly EventType[]): void {
  const ids = new IdGuesses('type');
  writer.whole(types.length);
  for (const [index, { id, name, shape, colour, outline }] of types.entries()) {
    const look = (tokenShapes.indexOf(shape) * 6 + colour - 1) * 2 + (outline ? 1 : 0);
    const guess = freeEventTypeStyle(types.slice(0, index));
    const isGuessed = guess.shape === shape && guess.colour === colour && guess.outline === outline;
    const code = ids.code(id, name);
    writer.whole((isGuessed ? 0 : look + 1) * idCodes + code);
    writer.text(name);
    ids.writeRest(writer, code, id);
  }
}

function packNodes(
  writer: ByteWriter,
  nodes: readonly FlowNode[],
  kinds: readonly NodeKind[],
  documentIds: DocumentIds,
): void {
  const ids = new IdGuesses('node');
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const grid = gridOf(nodes);
  let [lastX, lastY] = [0, 0];
  writer.whole(nodes.length);
  writer.whole(grid);
  for (const node of nodes) {
    const kindIndex = kinds.findIndex(({ id }) => id === node.kind);
    const { fields = [] } = kinds[kindIndex] ?? {};
    const extras = [node.group, node.width, node.height].map((extra) => extra !== undefined);
    const flags = extras.reduce((sum, isThere, bit) => sum + (isThere ? 2 ** bit : 0), 0);
    const code = ids.code(node.id, node.name, node.kind);
    writer.whole((kindIndex * idCodes + code) * 8 + flags);
    writer.text(node.name);
    ids.writeRest(writer, code, node.id);
    const [x, y] = [Math.round(node.x) / grid, Math.round(node.y) / grid];
    writer.signed(x - lastX);
    writer.signed(y - lastY);
    [lastX, lastY] = [x, y];
    if (node.group !== undefined) writer.whole(places.get(node.group) ?? 0);
    if (node.width !== undefined) writer.whole(Math.round(node.width));
    if (node.height !== undefined) writer.whole(Math.round(node.height));
    writeSettings(writer, fields, node.settings, documentIds);
  }
}

function packWires(
  writer: ByteWriter,
  { nodes, wires }: FlowDoc,
  kinds: readonly NodeKind[],
  documentIds: DocumentIds,
): void {
  const ids = new IdGuesses('wire');
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const rules = new WireRules(nodes, kinds);
  let [lastFrom, lastTo] = [0, 0];
  writer.whole(wires.length);
  for (const wire of wires) {
    const [from, to] = [places.get(wire.from.node) ?? 0, places.get(wire.to.node) ?? 0];
    const pair = pairOf(wire, nodes[from], nodes[to], kinds);
    const fields = wireFields[rules.carriedBy(wire.from) ?? 'event'];
    const hasSettings = differsFromDefaults(fields, wire.settings);
    const code = ids.code(wire.id, `${wire.from.node}-${wire.to.node}`);
    writer.signed(from - lastFrom);
    writer.signed(to - lastTo);
    writer.whole((pair * 2 + (hasSettings ? 1 : 0)) * idCodes + code);
    [lastFrom, lastTo] = [from, to];
    ids.writeRest(writer, code, wire.id);
    if (hasSettings) writeSettings(writer, fields, wire.settings, documentIds);
  }
}

function pairOf(
  { from, to }: Wire,
  start: FlowNode | undefined,
  end: FlowNode | undefined,
  kinds: readonly NodeKind[],
): number {
  return portPairs(start?.kind, end?.kind, kinds).findIndex(
    (pair) => pair.from.id === from.port && pair.to.id === to.port,
  );
}
