import type { Json } from '#engine/model/Json';
import { describe } from './describe';
import { expressionLimits } from './expressionLimits';
import type { Frame, Place } from './Frame';
import { isObject } from './isObject';

/** A function that expressions may call with `least` to `most` values; a method takes its value first. */
export interface Callable {
  readonly least: number;
  readonly most: number;
  readonly apply: (values: readonly Json[], frame: Frame, place: Place) => Json | undefined;
}

const needs = (frame: Frame, place: Place, wanted: string, value: Json | undefined): undefined =>
  frame.fail(`this needs ${wanted}, not ${describe(value ?? null)}`, place);

/** Steps for work that grows with a text. */
const stepsFor = (text: string) => 1 + (text.length >> 3);

function size([value = null]: readonly Json[], frame: Frame, place: Place): Json | undefined {
  if (typeof value === 'string') return frame.spend(stepsFor(value), place) ? lengthOf(value) : undefined;
  if (Array.isArray(value)) return value.length;
  if (!isObject(value)) return needs(frame, place, 'a text, a list or an object', value);
  const { length } = Object.keys(value);
  return frame.spend(length, place) ? length : undefined;
}

/** Characters as people count them, not UTF-16 units. */
const lengthOf = (text: string) => Array.from(text).length;

/** The text of a number, of a text itself, or of true and false. */
function string([value = null]: readonly Json[], frame: Frame, place: Place): Json | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return needs(frame, place, 'a number, a text or a boolean', value);
}

function double([value = null]: readonly Json[], frame: Frame, place: Place): Json | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return needs(frame, place, 'a number or a text', value);
  const isNumber = value.length <= 40 && /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value);
  const number = isNumber ? Number(value) : Infinity;
  return Number.isFinite(number) ? number : frame.fail('this text is not a number', place);
}

/** Towards zero, as the language defines it. */
function int(values: readonly Json[], frame: Frame, place: Place): Json | undefined {
  const number = double(values, frame, place);
  return typeof number === 'number' ? Math.trunc(number) : undefined;
}

export const functions: Readonly<Record<string, Callable>> = {
  size: { least: 1, most: 1, apply: size },
  string: { least: 1, most: 1, apply: string },
  double: { least: 1, most: 1, apply: double },
  int: { least: 1, most: 1, apply: int },
};

/** A method of texts: everything it is given must be text. */
function ofTexts(count: number, apply: (first: string, second: string) => Json): Callable {
  return {
    least: count,
    most: count,
    apply: ([first = null, second = ''], frame, place) => {
      if (typeof first !== 'string') return needs(frame, place, 'a text', first);
      if (typeof second !== 'string') return needs(frame, place, 'a text', second);
      return frame.spend(stepsFor(first), place) ? apply(first, second) : undefined;
    },
  };
}

/** Where one text begins in another, counted in characters; −1 when nowhere. */
function indexOf(text: string, part: string): number {
  const index = text.indexOf(part);
  return index < 0 ? -1 : lengthOf(text.slice(0, index));
}

const substring: Callable = {
  least: 2,
  most: 3,
  apply: ([text = null, from = null, to], frame, place) => {
    if (typeof text !== 'string') return needs(frame, place, 'a text', text);
    if (!frame.spend(stepsFor(text), place)) return undefined;
    const characters = Array.from(text);
    const end = to ?? characters.length;
    const isWithin =
      Number.isInteger(from) && Number.isInteger(end) && Number(from) >= 0 && Number(from) <= Number(end);
    return isWithin && Number(end) <= characters.length
      ? characters.slice(Number(from), Number(end)).join('')
      : frame.fail(`substring needs whole numbers from 0 to ${characters.length}, in order`, place);
  },
};

const join: Callable = {
  least: 1,
  most: 2,
  apply: ([list = null, separator = ''], frame, place) => {
    if (!Array.isArray(list)) return needs(frame, place, 'a list of texts', list);
    if (typeof separator !== 'string') return needs(frame, place, 'a text', separator);
    if (!frame.spend(list.length, place)) return undefined;
    let length = separator.length * Math.max(0, list.length - 1);
    for (const item of list) {
      if (typeof item !== 'string') return needs(frame, place, 'texts in the list', item);
      length += item.length;
    }
    const max = expressionLimits.resultLength;
    return length <= max
      ? list.join(separator)
      : frame.fail(`the text becomes longer than ${max} characters`, place);
  },
};

export const methods: Readonly<Record<string, Callable>> = {
  size: { least: 1, most: 1, apply: size },
  startsWith: ofTexts(2, (text, part) => text.startsWith(part)),
  endsWith: ofTexts(2, (text, part) => text.endsWith(part)),
  contains: ofTexts(2, (text, part) => text.includes(part)),
  indexOf: ofTexts(2, indexOf),
  lowerAscii: ofTexts(1, (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  upperAscii: ofTexts(1, (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())),
  trim: ofTexts(1, (text) => text.trim()),
  substring,
  split: {
    least: 2,
    most: 2,
    apply: ([text = null, separator = null], frame, place) => {
      if (typeof text !== 'string') return needs(frame, place, 'a text', text);
      if (typeof separator !== 'string') return needs(frame, place, 'a text', separator);
      if (!frame.spend(1 + text.length, place)) return undefined;
      return separator === '' ? Array.from(text) : text.split(separator);
    },
  },
  join,
};

function ofNumber(apply: (number: number) => number): Callable {
  return {
    least: 1,
    most: 1,
    apply: ([value = null], frame, place) =>
      typeof value === 'number' ? apply(value) : needs(frame, place, 'a number', value),
  };
}

function ofNumbers(isBetter: (one: number, other: number) => boolean): Callable {
  return {
    least: 1,
    most: 20,
    apply: (values, frame, place) => {
      const [first] = values;
      const given: readonly Json[] = values.length === 1 && Array.isArray(first) ? first : values;
      if (!frame.spend(given.length, place)) return undefined;
      let best: number | null = null;
      for (const value of given) {
        if (typeof value !== 'number') return needs(frame, place, 'numbers', value);
        if (best === null || isBetter(value, best)) best = value;
      }
      return best ?? frame.fail('this needs at least one number', place);
    },
  };
}

/** Half away from zero, as the language defines it. */
const round = (number: number) => Math.sign(number) * Math.round(Math.abs(number));

/** What stands behind `math.`. Nothing whose last digits browsers compute differently. */
export const mathFunctions: Readonly<Record<string, Callable>> = {
  greatest: ofNumbers((one, other) => one > other),
  least: ofNumbers((one, other) => one < other),
  floor: ofNumber(Math.floor),
  ceil: ofNumber(Math.ceil),
  round: ofNumber(round),
  trunc: ofNumber(Math.trunc),
  abs: ofNumber(Math.abs),
  sign: ofNumber(Math.sign),
};
