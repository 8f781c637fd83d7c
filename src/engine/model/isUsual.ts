import { defaultOf } from './defaultsOf';
import { fieldApplies } from './fieldApplies';
import type { Field, Settings } from './fields';

/** Whether every setting that applies is at its default, but for those that are named. */
export function isUsual(settings: Settings, fields: readonly Field[], but: readonly string[]): boolean {
  return fields.every(
    (field) =>
      but.includes(field.id) ||
      !fieldApplies(field, settings) ||
      JSON.stringify(settings[field.id]) === JSON.stringify(defaultOf(field)),
  );
}
