import { isPlainObject } from '#engine/model/readValue';
import type { ByteReader } from './ByteReader';
import type { ByteWriter } from './ByteWriter';

/*
 * A recorded log: its name, then for each event the microseconds since the event before it, the place of its
 * type and its key. Logs whose times are finer than microseconds write them as they are.
 */

const exactTimes = 1;

export function writeRecording(writer: ByteWriter, value: unknown, types: readonly string[]): void {
  const given = isPlainObject(value) ? value : {};
  const events: readonly unknown[] = Array.isArray(given['events']) ? given['events'] : [];
  const rows = events.map((event): readonly unknown[] => (Array.isArray(event) ? event : []));
  const isExact = rows.some(([atMs]) => Math.round(Number(atMs) * 1000) / 1000 !== Number(atMs));
  const places = new Map(types.map((id, index) => [id, index]));
  writer.text(String(given['name']));
  writer.whole(rows.length);
  writer.byte(isExact ? exactTimes : 0);
  let lastUs = 0;
  for (const [atMs, type, key] of rows) {
    const atUs = Math.round(Number(atMs) * 1000);
    if (isExact) writer.number(Number(atMs));
    else writer.whole(atUs - lastUs);
    lastUs = atUs;
    writer.whole(places.get(String(type)) ?? 0);
    writer.text(String(key));
  }
}

export function readRecording(reader: ByteReader, maxItems: number, types: readonly string[]): unknown {
  const name = reader.text();
  const count = reader.count(maxItems);
  const isExact = reader.byte() === exactTimes;
  let lastUs = 0;
  const events = Array.from({ length: count }, () => {
    if (!isExact) lastUs += reader.whole();
    const atMs = isExact ? reader.number() : lastUs / 1000;
    return [atMs, reader.choose(types, reader.whole()), reader.text()];
  });
  return { name, events };
}
