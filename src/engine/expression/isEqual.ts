import type { Json } from '#engine/model/Json';
import type { Frame, Place } from './Frame';
import { isObject } from './isObject';

/** Whether two values are the same JSON, whatever the order of keys. Undefined when the steps did not suffice. */
export function isEqual(one: Json, other: Json, frame: Frame, place: Place): boolean | undefined {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) ? areItemsEqual(one, other, frame, place) : false;
  return isObject(one) && isObject(other) ? areEntriesEqual(one, other, frame, place) : false;
}

function areItemsEqual(
  one: readonly Json[],
  other: readonly Json[],
  frame: Frame,
  place: Place,
): boolean | undefined {
  if (one.length !== other.length) return false;
  if (!frame.spend(one.length, place)) return undefined;
  for (let index = 0; index < one.length; index++) {
    const verdict = isEqual(one[index] ?? null, other[index] ?? null, frame, place);
    if (verdict !== true) return verdict;
  }
  return true;
}

function areEntriesEqual(
  one: { readonly [key: string]: Json },
  other: { readonly [key: string]: Json },
  frame: Frame,
  place: Place,
): boolean | undefined {
  const keys = Object.keys(one);
  const otherLength = Object.keys(other).length;
  if (!frame.spend(keys.length + otherLength, place)) return undefined;
  if (keys.length !== otherLength) return false;
  for (const key of keys) {
    if (!Object.hasOwn(other, key)) return false;
    const verdict = isEqual(one[key] ?? null, other[key] ?? null, frame, place);
    if (verdict !== true) return verdict;
  }
  return true;
}
