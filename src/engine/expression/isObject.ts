import type { Json } from '#engine/model/Json';

export type JsonObject = { readonly [key: string]: Json };

/** True for objects, not for lists and null. */
export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
