import type { Field, Settings } from './fields';

/** Whether a field means something under these settings: all of its conditions hold. */
export function fieldApplies(field: Field, settings: Settings): boolean {
  return (field.when ?? []).every((condition) => {
    const value = Object.hasOwn(settings, condition.field) ? settings[condition.field] : undefined;
    return condition.is.some((wanted) => wanted === value);
  });
}
