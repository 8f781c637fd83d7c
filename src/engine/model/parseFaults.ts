import { faultFields } from './faultFields';
import type { FieldScope } from './FieldScope';
import type { Fault } from './FlowDoc';
import { IdList } from './IdList';
import { limits } from './limits';
import { parseFields } from './parseFields';
import { ownValue, readList, readObject, readText } from './readValue';

/** The faults that a document schedules. Without a name the id is taken; without settings, the defaults. */
export function parseFaults(input: unknown, scope: FieldScope): readonly Fault[] {
  const { problems } = scope;
  const ids = new IdList(problems);
  return readList(input, ['faults'], limits.faults, problems).map((item, index) => {
    const path = ['faults', index];
    const given = readObject(item, path, ['id', 'name', 'settings'], problems);
    const id = ids.read(ownValue(given, 'id'), [...path, 'id']);
    const bounds = { min: 1, max: limits.nameLength };
    return {
      id,
      name: readText(ownValue(given, 'name') ?? id, [...path, 'name'], bounds, problems),
      settings: parseFields(faultFields, ownValue(given, 'settings'), [...path, 'settings'], scope),
    };
  });
}
