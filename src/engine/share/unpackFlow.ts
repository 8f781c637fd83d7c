import { freeEventTypeStyle, tokenShapes, type EventTypeStyle } from '#engine/model/freeEventTypeStyle';
import { limits } from '#engine/model/limits';
import { formatVersion } from '#engine/model/newDocument';
import type { NodeKind } from '#engine/model/NodeKind';
import { wireFields } from '#engine/model/wireFields';
import type { ByteReader } from './ByteReader';
import { unpackBranches } from './branchCodec';
import { unpackFaults } from './faultCodec';
import { unpackProtocols } from './protocolCodec';
import { readSettings, type DocumentIds } from './fieldCodec';
import { flowSections } from './flowSections';
import { idCodes, IdGuesses } from './idCodec';
import { unpackInterventionNames, unpackInterventions } from './interventionCodec';
import { portPairs } from './portPairs';

interface UnpackedNode {
  readonly id: string;
  readonly kind: string | undefined;
}

/**
 * Reads what `packFlow` wrote into data for the importer, which checks it. When the reader says `isDamaged`
 * afterwards, the data means nothing.
 */
export function unpackFlow(reader: ByteReader, kinds: readonly NodeKind[]): unknown {
  const seed = reader.whole();
  const untilMs = reader.number();
  const name = reader.text();
  const description = reader.text();
  const eventTypes = unpackEventTypes(reader);
  const types = eventTypes.map(({ id }) => id);
  const nodes = unpackNodes(reader, kinds, types);
  const ids = { types, nodes: nodes.map(({ id }) => id) };
  const wires = unpackWires(reader, nodes, kinds, ids);
  const interventions = unpackInterventions(reader, ids);
  const { names, ...sections } = unpackSections(reader, ids, kinds);
  return {
    busbar: formatVersion,
    name,
    description,
    seed,
    untilMs,
    eventTypes,
    nodes,
    wires,
    interventions: interventions.map((one, place) => ({ ...one, ...nameAt(names, place) })),
    ...sections,
  };
}

/** What `packFlow` wrote behind everything else. A section that is not known comes from a newer program. */
function unpackSections(reader: ByteReader, ids: DocumentIds, kinds: readonly NodeKind[]): Sections {
  const found: { -readonly [Part in keyof Sections]: Sections[Part] } = {};
  while (!reader.isAtEnd && !reader.isDamaged) {
    const section = reader.choose(flowSections, reader.whole());
    if (section === 'faults') found[section] = unpackFaults(reader, ids);
    if (section === 'protocols') found[section] = unpackProtocols(reader, ids);
    if (section === 'interventionNames') found.names = unpackInterventionNames(reader);
    if (section === 'branches') found[section] = unpackBranches(reader, (inner) => unpackFlow(inner, kinds));
  }
  return found;
}

interface Sections {
  readonly faults?: readonly unknown[];
  readonly protocols?: readonly unknown[];
  readonly names?: ReadonlyMap<number, string>;
  readonly branches?: unknown;
}

function nameAt(names: Sections['names'], place: number): { readonly name?: string } {
  const name = names?.get(place);
  return name === undefined ? {} : { name };
}

function unpackEventTypes(reader: ByteReader): readonly (EventTypeStyle & { readonly id: string })[] {
  const ids = new IdGuesses('type');
  const types: (EventTypeStyle & { id: string; name: string })[] = [];
  const count = reader.count(limits.eventTypes);
  while (types.length < count && !reader.isDamaged) {
    const head = reader.whole();
    const look = Math.floor(head / idCodes) - 1;
    const name = reader.text();
    const id = ids.read(reader, head % idCodes, name);
    const style = look === -1 ? freeEventTypeStyle(types) : styleOf(reader, look);
    types.push({ id, name, ...style });
  }
  return types;
}

function styleOf(reader: ByteReader, look: number): EventTypeStyle {
  return {
    shape: reader.choose(tokenShapes, Math.floor(look / 12)) ?? 'circle',
    colour: (Math.floor(look / 2) % 6) + 1,
    outline: look % 2 === 1,
  };
}

function unpackNodes(
  reader: ByteReader,
  kinds: readonly NodeKind[],
  types: readonly string[],
): readonly UnpackedNode[] {
  const ids = new IdGuesses('node');
  const count = reader.count(limits.nodes);
  const grid = reader.whole();
  let [x, y] = [0, 0];
  const nodes: (UnpackedNode & { group?: unknown })[] = [];
  const groups = new Map<number, number>();
  while (nodes.length < count && !reader.isDamaged) {
    const head = reader.whole();
    const kind = reader.choose(kinds, Math.floor(head / (8 * idCodes)));
    const name = reader.text();
    const id = ids.read(reader, Math.floor(head / 8) % idCodes, name, kind?.id);
    x += reader.signed();
    y += reader.signed();
    if (head % 2 === 1) groups.set(nodes.length, reader.whole());
    const width = Math.floor(head / 2) % 2 === 1 ? { width: reader.whole() } : {};
    const height = Math.floor(head / 4) % 2 === 1 ? { height: reader.whole() } : {};
    // Settings of nodes name no nodes.
    const settings = readSettings(reader, kind?.fields ?? [], { types, nodes: [] });
    const node = { id, kind: kind?.id, name, x: x * grid, y: y * grid, settings, ...width, ...height };
    nodes.push(node);
  }
  // A group may stand behind its members, so this waits until all ids are known.
  for (const [index, place] of groups) {
    const [node, group] = [nodes[index], reader.choose(nodes, place)];
    if (node !== undefined) node.group = group?.id;
  }
  return nodes;
}

function unpackWires(
  reader: ByteReader,
  nodes: readonly UnpackedNode[],
  kinds: readonly NodeKind[],
  documentIds: DocumentIds,
): readonly unknown[] {
  const ids = new IdGuesses('wire');
  let [from, to] = [0, 0];
  return Array.from({ length: reader.count(limits.wires) }, () => {
    from += reader.signed();
    to += reader.signed();
    const head = reader.whole();
    const [start, end] = [reader.choose(nodes, from), reader.choose(nodes, to)];
    const pairs = portPairs(start?.kind, end?.kind, kinds);
    const pair = reader.choose(pairs, Math.floor(head / (2 * idCodes)));
    const id = ids.read(reader, head % idCodes, `${start?.id}-${end?.id}`);
    const hasSettings = Math.floor(head / idCodes) % 2 === 1;
    const fields = wireFields[pair?.from.carries ?? 'event'];
    return {
      id,
      from: { node: start?.id, port: pair?.from.id },
      to: { node: end?.id, port: pair?.to.id },
      settings: hasSettings ? readSettings(reader, fields, documentIds) : {},
    };
  });
}
