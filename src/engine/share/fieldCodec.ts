import { defaultOf } from '#engine/model/defaultsOf';
import { distributionFields, laws } from '#engine/model/distributionFields';
import type { Field, Settings } from '#engine/model/fields';
import { isPlainObject, ownValue } from '#engine/model/readValue';
import type { ByteReader } from './ByteReader';
import type { ByteWriter } from './ByteWriter';
import { readRecording, writeRecording } from './recordingCodec';

/*
 * Settings as bytes, by the field tables alone: for each field that differs from its default, its place in
 * the table and its value; a zero ends them. So tables, options and laws may only grow at their ends while
 * the link version stays the same. Writing trusts its input, which is checked; reading trusts nothing and
 * makes data for the importer to check.
 */

/** Ids of the document's event types and nodes, in order: settings refer to them by place. */
export interface DocumentIds {
  readonly types: readonly string[];
  readonly nodes: readonly string[];
}

/** Whether any field differs from its default. */
export function differsFromDefaults(fields: readonly Field[], settings: Settings): boolean {
  return fields.some((field) => differs(field, settings[field.id]));
}

export function writeSettings(
  writer: ByteWriter,
  fields: readonly Field[],
  settings: unknown,
  ids: DocumentIds,
): void {
  if (!isPlainObject(settings)) return;
  for (const [index, field] of fields.entries()) {
    const value = ownValue(settings, field.id);
    if (!differs(field, value)) continue;
    writer.whole(index + 1);
    writeValue(writer, field, value, ids);
  }
  writer.whole(0);
}

export function readSettings(
  reader: ByteReader,
  fields: readonly Field[],
  ids: DocumentIds,
): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (let place = reader.whole(); place !== 0; place = reader.whole()) {
    const field = reader.choose(fields, place - 1);
    if (field === undefined) break;
    settings[field.id] = readValue(reader, field, ids);
  }
  return settings;
}

function differs(field: Field, value: unknown): boolean {
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(field.default);
}

function writeValue(writer: ByteWriter, field: Field, value: unknown, ids: DocumentIds): void {
  switch (field.type) {
    case 'number':
    case 'duration':
    case 'probability':
      return writer.number(Number(value));
    case 'boolean':
      // It differs from its default: that says it all.
      return undefined;
    case 'choice':
      return writer.whole(field.options.indexOf(String(value)));
    case 'text':
    case 'expression':
      return writer.text(String(value));
    case 'eventType':
      return writer.whole(ids.types.indexOf(String(value)) + 1);
    case 'node':
      return writer.whole(ids.nodes.indexOf(String(value)) + 1);
    case 'json':
    case 'statechart':
      return writer.text(JSON.stringify(value));
    case 'distribution':
      return writeDistribution(writer, value);
    case 'recording':
      return writeRecording(writer, value, ids.types);
    case 'texts':
    case 'records':
      return writeList(writer, field, Array.isArray(value) ? value : [], ids);
  }
}

function writeList(
  writer: ByteWriter,
  field: Extract<Field, { type: 'texts' | 'records' }>,
  list: readonly unknown[],
  ids: DocumentIds,
): void {
  writer.whole(list.length);
  for (const item of list) {
    if (field.type === 'texts') writer.text(String(item));
    else writeSettings(writer, field.item, item, ids);
  }
}

function writeDistribution(writer: ByteWriter, value: unknown): void {
  const given = isPlainObject(value) ? value : {};
  const index = laws.findIndex((law) => law === given['law']);
  writer.whole(index);
  const law = laws[index];
  for (const { id } of law === undefined ? [] : distributionFields[law]) writer.number(Number(given[id]));
}

function readValue(reader: ByteReader, field: Field, ids: DocumentIds): unknown {
  switch (field.type) {
    case 'number':
    case 'duration':
    case 'probability':
      return reader.number();
    case 'boolean':
      return !field.default;
    case 'choice':
      return reader.choose(field.options, reader.whole());
    case 'text':
    case 'expression':
      return reader.text();
    case 'eventType':
      return reader.choose(['', ...ids.types], reader.whole());
    case 'node':
      return reader.choose(['', ...ids.nodes], reader.whole());
    case 'json':
    case 'statechart':
      return readJson(reader);
    case 'distribution':
      return readDistribution(reader);
    case 'recording':
      return readRecording(reader, field.maxItems, ids.types);
    case 'texts':
      return Array.from({ length: reader.count(field.maxItems) }, () => reader.text());
    case 'records':
      return Array.from({ length: reader.count(field.maxItems) }, () => ({
        ...Object.fromEntries(field.item.map((inner) => [inner.id, defaultOf(inner)])),
        ...readSettings(reader, field.item, ids),
      }));
  }
}

function readDistribution(reader: ByteReader): unknown {
  const law = reader.choose(laws, reader.whole());
  if (law === undefined) return null;
  return { law, ...Object.fromEntries(distributionFields[law].map(({ id }) => [id, reader.number()])) };
}

/** JSON data from its text; damage when the text is none. */
export function readJson(reader: ByteReader): unknown {
  const text = reader.text();
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    reader.isDamaged = true;
    return null;
  }
}
