import type { EventType } from './FlowDoc';
import { freeEventTypeStyle, tokenShapes } from './freeEventTypeStyle';
import { IdList } from './IdList';
import { limits } from './limits';
import type { ProblemList } from './ProblemList';
import { ownValue, readBoolean, readChoice, readList, readNumber, readObject, readText } from './readValue';

const keys = ['id', 'name', 'shape', 'colour', 'outline'];

/** The event types of a document. Without a name the id is taken; without a look, the first free one. */
export function parseEventTypes(input: unknown, problems: ProblemList): readonly EventType[] {
  const ids = new IdList(problems);
  const types: EventType[] = [];
  for (const [index, item] of readList(input, ['eventTypes'], limits.eventTypes, problems).entries()) {
    types.push(parseEventType(item, index, types, ids, problems));
  }
  return types;
}

function parseEventType(
  item: unknown,
  index: number,
  earlier: readonly EventType[],
  ids: IdList,
  problems: ProblemList,
): EventType {
  const path = ['eventTypes', index];
  const given = readObject(item, path, keys, problems);
  const style = freeEventTypeStyle(earlier);
  const valueOf = (key: string, fallback: unknown) => ownValue(given, key) ?? fallback;
  const id = ids.read(ownValue(given, 'id'), [...path, 'id']);
  return {
    id,
    name: readText(valueOf('name', id), [...path, 'name'], { min: 1, max: limits.nameLength }, problems),
    shape: readChoice(valueOf('shape', style.shape), [...path, 'shape'], tokenShapes, 'circle', problems),
    colour: readNumber(
      valueOf('colour', style.colour),
      [...path, 'colour'],
      { min: 1, max: 6, integer: true },
      problems,
    ),
    outline: readBoolean(valueOf('outline', style.outline), [...path, 'outline'], problems),
  };
}
