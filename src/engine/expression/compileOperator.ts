import type { Json } from '#engine/model/Json';
import type { Compiler } from './Compiler';
import { describe } from './describe';
import { expressionLimits } from './expressionLimits';
import type { Frame, Part, Place } from './Frame';
import { isEqual } from './isEqual';
import { isObject } from './isObject';
import type { Tree } from './parseExpression';

type Operator = (one: Json, other: Json, frame: Frame, place: Place) => Json | undefined;
type BinaryTree = Extract<Tree, { op: keyof typeof operators }>;

/** An operator between two values. Both are always looked at, the left one first. */
export function compileBinary(tree: BinaryTree, compiler: Compiler): Part {
  const left = compiler.part(tree.args[0]);
  const right = compiler.part(tree.args[1]);
  const operator = operators[tree.op];
  const place: Place = tree;
  return (frame) => {
    const one = left(frame);
    if (one === undefined) return undefined;
    const other = right(frame);
    if (other === undefined) return undefined;
    return operator(one, other, frame, place);
  };
}

export function compileMinus(tree: Extract<Tree, { op: '-_' }>, compiler: Compiler): Part {
  const part = compiler.part(tree.args);
  const place: Place = tree;
  return (frame) => {
    const value = part(frame);
    if (value === undefined) return undefined;
    return typeof value === 'number'
      ? -value
      : frame.fail(`"-" needs a number, not ${describe(value)}`, place);
  };
}

const operators = {
  '+': (one, other, frame, place) => {
    if (typeof one === 'number' && typeof other === 'number') return finite(one + other, frame, place);
    if (typeof one === 'string' && typeof other === 'string') return joined(one, other, frame, place);
    if (Array.isArray(one) && Array.isArray(other)) {
      return frame.spend(one.length + other.length, place) ? [...one, ...other] : undefined;
    }
    return frame.fail(
      `"+" needs two numbers, two texts or two lists, not ${describe(one)} and ${describe(other)}`,
      place,
    );
  },
  '-': (one, other, frame, place) =>
    typeof one === 'number' && typeof other === 'number'
      ? finite(one - other, frame, place)
      : failNumbers('-', one, other, frame, place),
  '*': (one, other, frame, place) =>
    typeof one === 'number' && typeof other === 'number'
      ? finite(one * other, frame, place)
      : failNumbers('*', one, other, frame, place),
  '/': (one, other, frame, place) => {
    if (typeof one !== 'number' || typeof other !== 'number')
      return failNumbers('/', one, other, frame, place);
    return other === 0 ? frame.fail('division by zero', place) : finite(one / other, frame, place);
  },
  '%': (one, other, frame, place) => {
    if (typeof one !== 'number' || typeof other !== 'number')
      return failNumbers('%', one, other, frame, place);
    return other === 0 ? frame.fail('division by zero', place) : one % other;
  },
  '==': isEqual,
  '!=': (one, other, frame, place) => {
    const verdict = isEqual(one, other, frame, place);
    return verdict === undefined ? undefined : !verdict;
  },
  '<': comparison('<', (order) => order < 0),
  '<=': comparison('<=', (order) => order <= 0),
  '>': comparison('>', (order) => order > 0),
  '>=': comparison('>=', (order) => order >= 0),
  in: (one, other, frame, place) => {
    if (Array.isArray(other)) return isIn(one, other, frame, place);
    if (isObject(other)) return typeof one === 'string' && Object.hasOwn(other, one);
    return frame.fail(`"in" needs a list or an object on its right, not ${describe(other)}`, place);
  },
} satisfies Readonly<Record<string, Operator>>;

function isIn(one: Json, list: readonly Json[], frame: Frame, place: Place): boolean | undefined {
  if (!frame.spend(list.length, place)) return undefined;
  for (const item of list) {
    const verdict = isEqual(one, item, frame, place);
    if (verdict !== false) return verdict;
  }
  return false;
}

function comparison(sign: string, holds: (order: number) => boolean): Operator {
  return (one, other, frame, place) => {
    if (typeof one === 'number' && typeof other === 'number') return holds(one - other);
    // Texts are ordered by their UTF-16 units, which no language of the machine changes.
    if (typeof one === 'string' && typeof other === 'string')
      return holds(one < other ? -1 : Number(one > other));
    return frame.fail(
      `"${sign}" needs two numbers or two texts, not ${describe(one)} and ${describe(other)}`,
      place,
    );
  };
}

function finite(value: number, frame: Frame, place: Place): number | undefined {
  return Number.isFinite(value) ? value : frame.fail('the number becomes too large', place);
}

function joined(one: string, other: string, frame: Frame, place: Place): string | undefined {
  const max = expressionLimits.resultLength;
  return one.length + other.length <= max
    ? one + other
    : frame.fail(`the text becomes longer than ${max} characters`, place);
}

function failNumbers(sign: string, one: Json, other: Json, frame: Frame, place: Place): undefined {
  frame.fail(`"${sign}" needs two numbers, not ${describe(one)} and ${describe(other)}`, place);
}
