import type { Path } from './createProblem';
import type { ProblemList } from './ProblemList';

/*
 * Each reader returns a value of the wanted type in every case; when it had to make one up, an error is in
 * the list and the document as a whole is refused. So no caller needs a branch for failure.
 */

export type PlainObject = Readonly<Record<string, unknown>>;

/** Bounds of a number, both included. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** Bounds of a text, in code points. */
export interface TextBounds {
  readonly min?: number;
  readonly max: number;
  readonly multiline?: boolean;
}

/** Keys that could reach a prototype when somebody later copies them carelessly. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** True for objects as JSON makes them, of any realm; false for class instances, proxies of such, and lists. */
export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The object's own value; inherited ones do not exist. */
export function ownValue(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value as an object; an empty one, and an error, when it is none. Keys outside of `known` are warned of. */
export function readObject(
  value: unknown,
  path: Path,
  known: readonly string[],
  problems: ProblemList,
): PlainObject {
  if (!isPlainObject(value)) {
    complain('must-be-object', value, path, problems);
    return {};
  }
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) problems.leftOut('unknown-key', path, key);
  }
  return value;
}

/** The value as a list of at most `max` entries; an empty one, and an error, when it is none. */
export function readList(value: unknown, path: Path, max: number, problems: ProblemList): readonly unknown[] {
  if (!Array.isArray(value)) {
    complain('must-be-list', value, path, problems);
    return [];
  }
  if (value.length > max) {
    problems.error('too-many', path, { count: value.length, max });
    return [];
  }
  return value;
}

/** The value as a finite number within bounds. */
export function readNumber(value: unknown, path: Path, bounds: NumberBounds, problems: ProblemList): number {
  const { min, max, integer = false } = bounds;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    complain('must-be-number', value, path, problems);
    return min;
  }
  if (integer && !Number.isInteger(value)) problems.wrong('must-be-whole', path, value);
  else if (value < min || value > max) problems.wrong('out-of-range', path, value, { min, max });
  // Adding zero turns −0, which JSON text cannot keep, into 0.
  return value + 0;
}

export function readBoolean(value: unknown, path: Path, problems: ProblemList): boolean {
  if (typeof value !== 'boolean') complain('must-be-boolean', value, path, problems);
  return value === true;
}

/** The value as one of the options. */
export function readChoice<T extends string>(
  value: unknown,
  path: Path,
  options: readonly T[],
  fallback: T,
  problems: ProblemList,
): T {
  const found = options.find((option) => option === value);
  if (found !== undefined) return found;
  if (value === undefined) problems.error('missing', path);
  else problems.wrong('not-an-option', path, value, { options: options.join(', ') });
  return fallback;
}

/** The value as an id of letters, digits, hyphens and underscores. */
export function readId(value: unknown, path: Path, problems: ProblemList): string {
  if (typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) && !forbiddenKeys.has(value)) {
    return value;
  }
  complain('bad-id', value, path, problems);
  return '';
}

/** The value as a text within bounds, without characters that cannot be shown. */
export function readText(value: unknown, path: Path, bounds: TextBounds, problems: ProblemList): string {
  if (typeof value !== 'string') {
    complain('must-be-text', value, path, problems);
    return '';
  }
  // A code point is at most two units: this bounds the work before anything walks over the text.
  if (value.length > bounds.max * 2) {
    problems.error('text-too-long', path, { max: bounds.max });
    return '';
  }
  const text = cleanText(value, bounds.multiline === true);
  if (text !== value) problems.warning('text-cleaned', path);
  if (Array.from(text).length > bounds.max) problems.error('text-too-long', path, { max: bounds.max });
  if (bounds.min !== undefined && Array.from(text.trim()).length < bounds.min) {
    problems.error('text-empty', path);
  }
  return text;
}

/**
 * The text without control characters (line breaks and tabs stay in multi-line texts), without overrides of
 * the writing direction, which can make a name look like another, and with lone surrogates replaced.
 */
export function cleanText(text: string, isMultiline: boolean): string {
  const unwanted = isMultiline
    ? /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu
    : /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
  return text
    .replace(/\r\n?/g, isMultiline ? '\n' : ' ')
    .replace(unwanted, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

function complain(
  code: 'must-be-object' | 'must-be-list' | 'must-be-number' | 'must-be-boolean' | 'must-be-text' | 'bad-id',
  value: unknown,
  path: Path,
  problems: ProblemList,
): void {
  if (value === undefined) problems.error('missing', path);
  else problems.wrong(code, path, value);
}
