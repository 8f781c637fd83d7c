import type { Field, Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import { isPlainObject } from '#engine/model/readValue';
import type { LintRule } from '../LintRule';

/** A template names `random` more than once, as if each were another number. */
export const oneRandomNumber = {
  code: 'one-random-number',
  severity: 'hint',
  sentence:
    'A template of “{node}” uses random more than once, and in one event it is the same number each time ({place}). Make several values of it, such as (random * 7) % 1.',
  find(flow) {
    return flow.nodes.flatMap((node) =>
      templatesIn(node.kind.fields, node.node.settings, [])
        .filter(({ value }) => (JSON.stringify(value).match(mention) ?? []).length > 1)
        .map(({ place }) => ({ nodes: [node.id], values: { node: node.name, place: place.join('.') } })),
    );
  },
} as const satisfies LintRule;

/** A `${…}` with the number in it. What takes its lower digits by `%` knows that it is the same. */
const mention = /\$\{(?=[^}]*\brandom\b)[^}%]*\}/g;

interface Template {
  readonly place: readonly (string | number)[];
  readonly value: Json;
}

/** The templates that settings hold, also inside of lists of records. */
function templatesIn(
  fields: readonly Field[],
  settings: Settings,
  place: readonly (string | number)[],
): readonly Template[] {
  return fields.flatMap((field) => {
    const value = settings[field.id] ?? null;
    const here = [...place, field.id];
    if (field.type === 'json' && field.template === true) return [{ place: here, value }];
    if (field.type !== 'records' || !Array.isArray(value)) return [];
    return value.flatMap((item: Json, index) =>
      // Settings are plain data, as the importer made them.
      isPlainObject(item) ? templatesIn(field.item, item as Settings, [...here, index]) : [],
    );
  });
}
