import type { Json } from '#engine/model/Json';
import { forbiddenKeys } from '#engine/model/readValue';
import { expressionLimits } from './expressionLimits';
import type { Frame, Place } from './Frame';

/** How many characters of JSON a result may still have. */
export class Allowance {
  left: number = expressionLimits.resultLength;
}

/**
 * A value as a result: frozen JSON of bounded length and depth that nobody else holds. Data of the event is passed
 * on as it is, since nobody changes it any more. Undefined, with the reason in the frame, when it is too large.
 */
export function seal(value: Json, allowance: Allowance, frame: Frame, place: Place): Json | undefined {
  if (typeof value !== 'object' || value === null) return sealPlain(value, allowance, frame, place);
  return sealNested(value, 1, allowance, frame, place);
}

function sealPlain(
  value: string | number | boolean | null,
  allowance: Allowance,
  frame: Frame,
  place: Place,
): Json | undefined {
  const length = typeof value === 'string' ? value.length + 2 : 5;
  allowance.left -= length;
  if (allowance.left < 0)
    return frame.fail(`the result is longer than ${expressionLimits.resultLength} characters`, place);
  // Adding zero turns −0, which JSON text cannot keep, into 0.
  return typeof value === 'number' ? value + 0 : value;
}

function sealNested(
  value: Json,
  depth: number,
  allowance: Allowance,
  frame: Frame,
  place: Place,
): Json | undefined {
  if (typeof value !== 'object' || value === null) return sealPlain(value, allowance, frame, place);
  const max = expressionLimits.resultDepth;
  if (depth > max) return frame.fail(`the result is nested deeper than ${max} levels`, place);
  allowance.left -= 2;
  return Array.isArray(value)
    ? sealList(value, depth, allowance, frame, place)
    : sealObject(Object.entries(value), depth, allowance, frame, place);
}

function sealList(
  list: readonly Json[],
  depth: number,
  allowance: Allowance,
  frame: Frame,
  place: Place,
): Json | undefined {
  const copy: Json[] = [];
  for (const item of list) {
    const sealed = sealNested(item, depth + 1, allowance, frame, place);
    if (sealed === undefined) return undefined;
    copy.push(sealed);
  }
  return Object.freeze(copy);
}

function sealObject(
  entries: readonly (readonly [string, Json])[],
  depth: number,
  allowance: Allowance,
  frame: Frame,
  place: Place,
): Json | undefined {
  const copy: Record<string, Json> = {};
  for (const [key, value] of entries) {
    if (forbiddenKeys.has(key)) return frame.fail(`"${key}" is not allowed as a key`, place);
    allowance.left -= key.length + 4;
    const sealed = sealNested(value, depth + 1, allowance, frame, place);
    if (sealed === undefined) return undefined;
    copy[key] = sealed;
  }
  return Object.freeze(copy);
}
