import type { Path } from '../createProblem';
import type { Json } from '../Json';
import { forbiddenKeys, ownValue, type PlainObject } from '../readValue';
import type { ChartReader } from './ChartReader';
import type { ChartAction } from './Statechart';

type Reader = (params: PlainObject, path: Path, reader: ChartReader) => ChartAction | null;

/** The actions there are, each with the reader of its `params`. */
const readers: Readonly<Record<string, Reader>> = {
  assign: readAssign,
  raise: readRaise,
  emit: readEmit,
  log: readLog,
};

/** One action or a list of them. What is no action here is left out, and said. */
export function readActions(value: unknown, path: Path, reader: ChartReader): readonly ChartAction[] {
  if (value === undefined) return [];
  return reader.many(value, path).flatMap(([one, place]) => {
    const action = reader.take('actions', place) ? readAction(one, place, reader) : null;
    return action === null ? [] : [action];
  });
}

function readAction(value: unknown, path: Path, reader: ChartReader): ChartAction | null {
  if (typeof value === 'function') return leaveOut('a function', path, reader);
  if (typeof value === 'string') return leaveOut('an action by name has no meaning of its own', path, reader);
  const object = reader.object(value, path);
  const type = ownValue(object, 'type');
  if (typeof type !== 'string') {
    reader.name(type, [...path, 'type']);
    return null;
  }
  const name = type.replace(/^xstate\./, '');
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (read === undefined) {
    return leaveOut(`the actions are ${Object.keys(readers).join(', ')}`, path, reader);
  }
  const params = ownValue(object, 'params');
  if (typeof params === 'function') return leaveOut('a function', [...path, 'params'], reader);
  reader.leaveOutOthers(object, path, ['type', 'params']);
  const place = [...path, 'params'];
  return read(reader.object(params, place), place, reader);
}

function leaveOut(what: string, path: Path, reader: ChartReader): null {
  reader.leftOut(path, what);
  return null;
}

function readAssign(params: PlainObject, path: Path, reader: ChartReader): ChartAction {
  const values: Record<string, Json> = {};
  for (const [key, value] of Object.entries(params)) {
    const place = [...path, key];
    if (typeof value === 'function') reader.leftOut(place, 'a function');
    else if (forbiddenKeys.has(key)) reader.problems.leftOut('dropped-key', path, key);
    else if (reader.name(key, place) !== null) values[key] = reader.template(value, place);
  }
  return { type: 'assign', params: values };
}

function readRaise(params: PlainObject, path: Path, reader: ChartReader): ChartAction | null {
  if (ownValue(params, 'delay') !== undefined) {
    return leaveOut('a raise with a delay; use after', path, reader);
  }
  reader.leaveOutOthers(params, path, ['type', 'data']);
  const type = reader.name(ownValue(params, 'type'), [...path, 'type']);
  return type === null ? null : { type: 'raise', params: { type, data: dataOf(params, path, reader) } };
}

function readEmit(params: PlainObject, path: Path, reader: ChartReader): ChartAction | null {
  reader.leaveOutOthers(params, path, ['type', 'key', 'data', 'to']);
  const type = reader.name(ownValue(params, 'type'), [...path, 'type']);
  if (type === null) return null;
  const key = optionalText(params, 'key', path, reader);
  if (key !== null) reader.template(key, [...path, 'key']);
  const to = optionalText(params, 'to', path, reader) ?? '';
  return { type: 'emit', params: { type, key, data: dataOf(params, path, reader), to } };
}

function readLog(params: PlainObject, path: Path, reader: ChartReader): ChartAction {
  reader.leaveOutOthers(params, path, ['message']);
  return {
    type: 'log',
    params: { message: reader.template(ownValue(params, 'message'), [...path, 'message']) },
  };
}

function dataOf(params: PlainObject, path: Path, reader: ChartReader): Json {
  const data = ownValue(params, 'data');
  return data === undefined ? null : reader.template(data, [...path, 'data']);
}

function optionalText(params: PlainObject, key: string, path: Path, reader: ChartReader): string | null {
  const value = ownValue(params, key);
  if (value === undefined || value === null) return null;
  return reader.name(value, [...path, key]);
}
