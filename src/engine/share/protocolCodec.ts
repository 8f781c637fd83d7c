import type { Protocol } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import type { ByteReader } from './ByteReader';
import type { ByteWriter } from './ByteWriter';
import { readSettings, writeSettings, type DocumentIds } from './fieldCodec';
import { idCodes, IdGuesses } from './idCodec';

/** Protocols: the code of each id, its name and its settings. */
export function packProtocols(writer: ByteWriter, protocols: readonly Protocol[], ids: DocumentIds): void {
  const guesses = new IdGuesses('protocol');
  writer.whole(protocols.length);
  for (const { id, name, settings } of protocols) {
    const code = guesses.code(id, name);
    writer.whole(code);
    writer.text(name);
    guesses.writeRest(writer, code, id);
    writeSettings(writer, protocolFields, settings, ids);
  }
}

/** What `packProtocols` wrote, unchecked: the importer checks it. */
export function unpackProtocols(reader: ByteReader, ids: DocumentIds): readonly unknown[] {
  const guesses = new IdGuesses('protocol');
  return Array.from({ length: reader.count(limits.protocols) }, () => {
    const code = reader.whole();
    const name = reader.text();
    const id = guesses.read(reader, code % idCodes, name);
    return { id, name, settings: readSettings(reader, protocolFields, ids) };
  });
}
