import { faultFields } from '#engine/model/faultFields';
import type { Fault } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import type { ByteReader } from './ByteReader';
import type { ByteWriter } from './ByteWriter';
import { readSettings, writeSettings, type DocumentIds } from './fieldCodec';
import { idCodes, IdGuesses } from './idCodec';

/** Scheduled faults: the code of each id, its name and its settings. */
export function packFaults(writer: ByteWriter, faults: readonly Fault[], ids: DocumentIds): void {
  const guesses = new IdGuesses('fault');
  writer.whole(faults.length);
  for (const { id, name, settings } of faults) {
    const code = guesses.code(id, name);
    writer.whole(code);
    writer.text(name);
    guesses.writeRest(writer, code, id);
    writeSettings(writer, faultFields, settings, ids);
  }
}

export function unpackFaults(reader: ByteReader, ids: DocumentIds): readonly unknown[] {
  const guesses = new IdGuesses('fault');
  return Array.from({ length: reader.count(limits.faults) }, () => {
    const code = reader.whole();
    const name = reader.text();
    const id = guesses.read(reader, code % idCodes, name);
    return { id, name, settings: readSettings(reader, faultFields, ids) };
  });
}
