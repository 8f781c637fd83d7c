import type { Path } from './createProblem';
import type { Json } from './Json';
import { limits } from './limits';
import { readItems, type FieldScope } from './FieldScope';
import { ownValue, readList, readNumber, readObject, readText } from './readValue';

/** A recorded log: events `[ms since start, event type id, key]` in the order of their times. */
export function parseRecording(value: unknown, path: Path, maxItems: number, scope: FieldScope): Json {
  const { problems } = scope;
  const given = readObject(value, path, ['name', 'events'], problems);
  const name = readText(ownValue(given, 'name') ?? '', [...path, 'name'], { max: 200 }, problems);
  const list = readItems(ownValue(given, 'events') ?? [], [...path, 'events'], maxItems, scope);
  let last = 0;
  const events = list.map((item, index) => {
    const event = parseEvent(item, [...path, 'events', index], scope);
    if (event[0] < last) problems.error('recording-order', [...path, 'events', index]);
    last = event[0];
    return event;
  });
  return { name, events };
}

function parseEvent(
  item: unknown,
  path: Path,
  { problems, eventTypes }: FieldScope,
): [number, string, string] {
  const [at, type, key] = readList(item, path, 3, problems);
  const atMs = readNumber(at, [...path, 0], { min: 0, max: limits.recordedMs }, problems);
  const isKnown = typeof type === 'string' && eventTypes.has(type);
  if (!isKnown) problems.wrong('unknown-event-type', [...path, 1], type);
  return [atMs, isKnown ? type : '', readText(key, [...path, 2], { max: limits.keyLength }, problems)];
}
