import type { Json } from '#engine/model/Json';
import { forbiddenKeys } from '#engine/model/readValue';
import { expressionLimits } from './expressionLimits';
import type { Frame, Place } from './Frame';

/**
 * A value as a result: frozen JSON of bounded length and depth that nobody else holds. As a whole, data of the event
 * is passed on as it is, since nobody changes it any more. Undefined, with the reason in the frame, when it is too
 * large. `level` counts the lists and objects around it.
 */
export function seal(value: Json, frame: Frame, place: Place, level = 0): Json | undefined {
  return level === 0 && value === frame.scope.data ? value : sealed(value, frame, place, level);
}

function sealed(value: Json, frame: Frame, place: Place, level: number): Json | undefined {
  if (typeof value === 'string') return hasRoom(textLength(value), frame, place) ? value : undefined;
  if (typeof value === 'number') {
    // Adding zero turns −0, which JSON text cannot keep, into 0.
    return hasRoom(numberLength(value), frame, place) ? value + 0 : undefined;
  }
  if (typeof value !== 'object' || value === null) return hasRoom(5, frame, place) ? value : undefined;
  const max = expressionLimits.resultDepth;
  if (level >= max) return frame.fail(`the result is nested deeper than ${max} levels`, place);
  if (!hasRoom(2, frame, place)) return undefined;
  return Array.isArray(value)
    ? sealedList(value, frame, place, level)
    : sealedObject(Object.entries(value), frame, place, level);
}

function hasRoom(length: number, frame: Frame, place: Place): boolean {
  frame.charactersLeft -= length;
  if (frame.charactersLeft >= 0) return true;
  frame.fail(`the result is longer than ${expressionLimits.resultLength} characters`, place);
  return false;
}

/** Characters of JSON text; only texts with something to escape have to be written out to know. */
function textLength(text: string): number {
  return /["\\\p{Cc}\p{Cs}]/u.test(text) ? JSON.stringify(text).length : text.length + 2;
}

function numberLength(value: number): number {
  return Number.isInteger(value) && value >= 0 && value < 10 ? 1 : String(value).length;
}

function sealedList(list: readonly Json[], frame: Frame, place: Place, level: number): Json | undefined {
  const copy: Json[] = [];
  for (const item of list) {
    const inner = sealed(item, frame, place, level + 1);
    if (inner === undefined) return undefined;
    frame.charactersLeft -= 1;
    copy.push(inner);
  }
  return Object.freeze(copy);
}

function sealedObject(
  entries: readonly (readonly [string, Json])[],
  frame: Frame,
  place: Place,
  level: number,
): Json | undefined {
  const copy: Record<string, Json> = {};
  for (const [key, value] of entries) {
    if (forbiddenKeys.has(key)) return frame.fail(`"${key}" is not allowed as a key`, place);
    const inner = sealed(value, frame, place, level + 1);
    if (inner === undefined || !hasRoom(textLength(key) + 2, frame, place)) return undefined;
    copy[key] = inner;
  }
  return Object.freeze(copy);
}
