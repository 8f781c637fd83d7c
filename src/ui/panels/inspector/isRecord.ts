import type { Json } from '#engine/model/Json';

export type JsonRecord = Readonly<Record<string, Json>>;

/** True for a JSON object: not null and not a list. */
export function isRecord(value: Json): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
