import type { Field, Settings } from './fields';
import type { Json } from './Json';

/** Settings in which every field has its default. New objects each time, so that nobody shares them. */
export function defaultsOf(fields: readonly Field[]): Settings {
  return Object.fromEntries(fields.map((field) => [field.id, defaultOf(field)]));
}

/** A new copy of a field's default. */
export function defaultOf(field: Field): Json {
  return structuredCopy(field.default);
}

// Defaults are small and come from tables of ours: no bounds needed.
function structuredCopy(value: unknown): Json {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)]));
}
