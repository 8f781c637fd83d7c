import type { FlowDoc, InterventionAction } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import type { ByteReader } from './ByteReader';
import type { ByteWriter } from './ByteWriter';
import { readJson } from './fieldCodec';
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
];

/** A pick that prescribes what chance decides has a code of its own. */
type Verb = InterventionAction['do'] | 'pickWithLuck';

export function packInterventions(writer: ByteWriter, doc: FlowDoc, types: readonly string[]): void {
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
    else writer.whole(places.get(action.node) ?? 0);
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

export function unpackInterventions(
  reader: ByteReader,
  nodes: readonly string[],
  types: readonly string[],
): readonly unknown[] {
  const ids = new IdGuesses('intervention');
  let [atUs, afterStep] = [0, 0];
  return Array.from({ length: reader.count(limits.interventions) }, () => {
    const head = reader.whole();
    const id = ids.read(reader, head % idCodes, '');
    atUs += reader.signed();
    afterStep += reader.signed();
    const verb = reader.choose(verbs, Math.floor(head / idCodes));
    return { id, atUs, afterStep, action: unpackAction(reader, verb, nodes, types) };
  });
}

function unpackAction(
  reader: ByteReader,
  verb: Verb | undefined,
  nodes: readonly string[],
  types: readonly string[],
): unknown {
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
    case 'publish': {
      const node = reader.choose(nodes, reader.whole());
      const type = reader.choose(types, reader.whole());
      return { do: verb, node, type, key: reader.text(), data: readJson(reader) };
    }
  }
}
