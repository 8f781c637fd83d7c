import { handFaultFields } from '#engine/model/faultFields';
import type { FlowDoc, InterventionAction } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import type { ByteReader } from './ByteReader';
import type { ByteWriter } from './ByteWriter';
import { readJson, readSettings, writeSettings, type DocumentIds } from './fieldCodec';
import { idCodes, IdGuesses } from './idCodec';

/** The order is part of the link format: new verbs go to the end. */
const verbs: readonly Verb[] = [
  'publish',
  'pause',
  'resume',
  'crash',
  'revive',
  'drop',
  'duplicate',
  'pick',
  'pickWithLuck',
  'fault',
  'advance',
];

/** A pick that prescribes what chance decides has a code of its own. */
type Verb = InterventionAction['do'] | 'pickWithLuck';

export function packInterventions(writer: ByteWriter, doc: FlowDoc, documentIds: DocumentIds): void {
  const { types } = documentIds;
  const ids = new IdGuesses('intervention');
  const places = new Map(doc.nodes.map(({ id }, index) => [id, index]));
  let [lastUs, lastStep] = [0, 0];
  writer.whole(doc.interventions.length);
  for (const { id, atUs, afterStep, action } of doc.interventions) {
    const code = ids.code(id, '');
    writer.whole(verbs.indexOf(verbOf(action)) * idCodes + code);
    ids.writeRest(writer, code, id);
    writer.signed(atUs - lastUs);
    writer.signed(afterStep - lastStep);
    [lastUs, lastStep] = [atUs, afterStep];
    if ('message' in action) packMessage(writer, action);
    else if (action.do === 'fault') writeSettings(writer, handFaultFields, action.settings, documentIds);
    else writer.whole(places.get(action.node) ?? 0);
    if (action.do === 'advance') {
      writer.whole(action.event);
      writer.text(action.queue);
    }
    if (action.do === 'publish') {
      writer.whole(types.indexOf(action.type));
      writer.text(action.key);
      writer.text(JSON.stringify(action.data));
    }
  }
}

function verbOf(action: InterventionAction): Verb {
  return action.do === 'pick' && action.luck !== undefined ? 'pickWithLuck' : action.do;
}

function packMessage(writer: ByteWriter, action: Extract<InterventionAction, { message: string }>): void {
  writer.text(action.message);
  if (action.do !== 'pick' || action.luck === undefined) return;
  writer.whole(action.luck.length);
  for (const outcome of action.luck) writer.whole(outcome);
}

export function unpackInterventions(reader: ByteReader, documentIds: DocumentIds): readonly object[] {
  const ids = new IdGuesses('intervention');
  let [atUs, afterStep] = [0, 0];
  return Array.from({ length: reader.count(limits.interventions) }, () => {
    const head = reader.whole();
    const id = ids.read(reader, head % idCodes, '');
    atUs += reader.signed();
    afterStep += reader.signed();
    const verb = reader.choose(verbs, Math.floor(head / idCodes));
    return { id, atUs, afterStep, action: unpackAction(reader, verb, documentIds) };
  });
}

function unpackAction(reader: ByteReader, verb: Verb | undefined, documentIds: DocumentIds): unknown {
  const { nodes, types } = documentIds;
  switch (verb) {
    case undefined:
      return null;
    case 'drop':
    case 'duplicate':
    case 'pick':
      return { do: verb, message: reader.text() };
    case 'pickWithLuck': {
      const message = reader.text();
      const luck = Array.from({ length: reader.count(limits.outcomes) }, () => reader.whole());
      return { do: 'pick', message, luck };
    }
    case 'pause':
    case 'resume':
    case 'crash':
    case 'revive':
      return { do: verb, node: reader.choose(nodes, reader.whole()) };
    case 'advance': {
      const node = reader.choose(nodes, reader.whole());
      return { do: verb, node, event: reader.whole(), queue: reader.text() };
    }
    case 'publish': {
      const node = reader.choose(nodes, reader.whole());
      const type = reader.choose(types, reader.whole());
      return { do: verb, node, type, key: reader.text(), data: readJson(reader) };
    }
    case 'fault':
      return { do: verb, settings: readSettings(reader, handFaultFields, documentIds) };
  }
}

/** The names of those that have one, each with how many places after the one before it stands. */
export function packInterventionNames(writer: ByteWriter, doc: FlowDoc): void {
  const named = doc.interventions.flatMap(({ name }, place) => (name === undefined ? [] : [{ name, place }]));
  let last = 0;
  writer.whole(named.length);
  for (const { name, place } of named) {
    writer.whole(place - last);
    writer.text(name);
    last = place;
  }
}

/** By place. */
export function unpackInterventionNames(reader: ByteReader): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let place = 0;
  for (let left = reader.count(limits.interventions); left > 0 && !reader.isDamaged; left -= 1) {
    place += reader.whole();
    names.set(place, reader.text());
  }
  return names;
}
