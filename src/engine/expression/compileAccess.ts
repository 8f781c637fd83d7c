import type { Json } from '#engine/model/Json';
import type { Compiler } from './Compiler';
import { describe } from './describe';
import type { ExpressionScope } from './ExpressionScope';
import type { Frame, Part, Place } from './Frame';
import { isObject } from './isObject';
import type { Tree } from './parseExpression';

/** What `event` holds. */
const eventParts: Readonly<Record<string, Part>> = {
  type: (frame) => frame.scope.type,
  key: (frame) => frame.scope.key,
  data: (frame) => frame.scope.data,
  attempt: (frame) => frame.scope.attempt,
  number: (frame) => frame.scope.number,
  time: (frame) => frame.scope.time,
  source: (frame) => frame.scope.source,
};

/** What every expression knows by name. */
const nameParts: Readonly<Record<string, Part>> = {
  event: (frame) => eventOf(frame.scope),
  type: (frame) => frame.scope.type,
  key: (frame) => frame.scope.key,
  data: (frame) => frame.scope.data,
  attempt: (frame) => frame.scope.attempt,
  read: (frame) => frame.scope.read,
  context: (frame) => frame.scope.context,
  now: (frame) => frame.scope.now,
  n: (frame) => frame.scope.n,
  random: (frame) => frame.scope.random,
};

/** The names that every expression knows, in the order in which people are told of them. */
export const scopeNames: readonly string[] = Object.keys(nameParts);

function eventOf({ type, key, data, attempt, number, time, source }: ExpressionScope): Json {
  return { type, key, data, attempt, number, time, source };
}

/** A variable of a macro, or a name of the scope. */
export function compileName(name: string, place: Place, compiler: Compiler): Part {
  const slot = compiler.slotOf(name);
  if (slot >= 0) return (frame) => frame.slots[slot];
  if (compiler.names !== null) return compileOwnName(name, place, compiler.names, compiler);
  if (name === 'random') compiler.usesRandom = true;
  return (
    own(nameParts, name) ??
    compiler.refuse('expression-name', place, { name, options: scopeNames.join(', ') })
  );
}

/** A name of a scope of its own, which the context holds. */
function compileOwnName(name: string, place: Place, names: readonly string[], compiler: Compiler): Part {
  if (!names.includes(name)) {
    return compiler.refuse('expression-name', place, { name, options: names.join(', ') });
  }
  return ({ scope: { context } }) => (isObject(context) ? context[name] : undefined);
}

/** A field of an object or an entry of a list. */
export function compileAccess(tree: Extract<Tree, { op: '.' | '[]' }>, compiler: Compiler): Part {
  if (tree.op === '.') return compileField(tree.args[0], tree.args[1], fieldPlace(tree), compiler);
  const [target, index] = tree.args;
  const list = compiler.part(target);
  const at = compiler.part(index);
  const name = compiler.name(target);
  const place: Place = tree;
  return (frame) => {
    const value = list(frame);
    const key = value === undefined ? undefined : at(frame);
    return value === undefined || key === undefined ? undefined : entryOf(value, key, name, frame, place);
  };
}

function compileField(target: Tree, field: string, place: Place, compiler: Compiler): Part {
  const isEvent = target.op === 'id' && target.args === 'event' && compiler.names === null;
  if (isEvent && compiler.slotOf('event') < 0) {
    const options = Object.keys(eventParts).join(', ');
    const name = `event.${field}`;
    return own(eventParts, field) ?? compiler.refuse('expression-name', place, { name, options });
  }
  const object = compiler.part(target);
  const name = compiler.name(target);
  return (frame) => {
    const value = object(frame);
    return value === undefined ? undefined : fieldOf(value, field, name, frame, place);
  };
}

function fieldOf(value: Json, field: string, name: string, frame: Frame, place: Place): Json | undefined {
  if (!isObject(value))
    return frame.fail(`${name} is ${describe(value)}, which has no "${shown(field)}"`, place);
  const found = Object.hasOwn(value, field) ? value[field] : undefined;
  return found === undefined ? frame.fail(`${name} has no "${shown(field)}"`, place) : found;
}

function entryOf(value: Json, key: Json, name: string, frame: Frame, place: Place): Json | undefined {
  if (typeof key === 'string') return fieldOf(value, key, name, frame, place);
  if (!Array.isArray(value)) {
    return frame.fail(`${name} is ${describe(value)}, which has no entry by ${describe(key)}`, place);
  }
  if (typeof key !== 'number') return frame.fail(`an index must be a number, not ${describe(key)}`, place);
  // A list of JSON data has no holes, so undefined means outside.
  const found: Json | undefined = value[key];
  return found === undefined
    ? frame.fail(`${name} has ${value.length} entries and none at ${key}; the first is at 0`, place)
    : found;
}

/** Where the name of the field stands, which is what a failure points at. */
const fieldPlace = ({ pos, end }: Tree): Place => ({ start: pos, end });

/** Whether there is a value behind every step of `a.b.c`, for the macro `has`. */
export function compileHas(tree: Tree, compiler: Compiler): Part {
  const fields: string[] = [];
  let root = tree;
  while (root.op === '.') {
    fields.unshift(root.args[1]);
    root = root.args[0];
  }
  if (fields.length === 0)
    return compiler.refuse('expression-unexpected', tree, { found: compiler.name(tree) });
  const part = compiler.part(root);
  return (frame) => {
    let value = part(frame);
    for (const field of fields) {
      if (value === undefined) return undefined;
      if (!isObject(value) || !Object.hasOwn(value, field)) return false;
      value = value[field];
    }
    return true;
  };
}

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
