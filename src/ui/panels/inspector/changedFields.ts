import { defaultOf } from '#engine/model/defaultsOf';
import type { Field, Settings } from '#engine/model/fields';

/** The fields that are not set to what they are by default. */
export function changedFields(fields: readonly Field[], settings: Settings): readonly Field[] {
  return fields.filter((field) => {
    const value = settings[field.id];
    // Importer and controls both write the parts of a value in the order of its table.
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(defaultOf(field));
  });
}
