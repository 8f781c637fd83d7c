import type { Json } from '#engine/model/Json';
import type { Compiler } from './Compiler';
import { compileTruth } from './compileLogic';
import { describe } from './describe';
import type { Failure, Frame, Part, Place } from './Frame';
import { isObject } from './isObject';
import type { Tree } from './parseExpression';

/** How a macro goes through the entries of a list. */
type Walk = (round: (frame: Frame) => Json | undefined, items: Items) => Json | undefined;

interface Macro {
  /** Conditions answer with true or false; others with any value, and may have a condition before it. */
  readonly isCondition: boolean;
  readonly walk: Walk;
}

/** The entries of a list, or the keys of an object, with a place for the one at hand. */
class Items {
  readonly frame: Frame;
  readonly #list: readonly Json[];
  readonly #slot: number;
  readonly #cost: number;
  readonly #place: Place;
  #next = 0;

  constructor(frame: Frame, list: readonly Json[], loop: { slot: number; cost: number; place: Place }) {
    this.frame = frame;
    this.#list = list;
    this.#slot = loop.slot;
    this.#cost = loop.cost;
    this.#place = loop.place;
  }

  /** The next entry, put where the parts of a round find it; undefined at the end. */
  next(): Json | undefined {
    if (this.#next >= this.#list.length) return undefined;
    if (!this.frame.spend(this.#cost, this.#place)) return undefined;
    const item = this.#list[this.#next++] ?? null;
    this.frame.slots[this.#slot] = item;
    return item;
  }
}

/** `list.exists(x, x > 3)` and the like. Over an object, the variable is each key in turn. */
export const macros: Readonly<Record<string, Macro>> = {
  all: { isCondition: true, walk: (round, items) => decide(round, items, false) },
  exists: { isCondition: true, walk: (round, items) => decide(round, items, true) },
  exists_one: {
    isCondition: true,
    walk: (round, items) => {
      let count = 0;
      while (items.next() !== undefined) {
        const value = round(items.frame);
        if (value === undefined) return undefined;
        if (value === true) count++;
      }
      return count === 1;
    },
  },
  filter: { isCondition: true, walk: keep },
  map: {
    isCondition: false,
    walk: (round, items) => {
      const made: Json[] = [];
      while (items.next() !== undefined) {
        const value = round(items.frame);
        if (value === undefined) return undefined;
        made.push(value);
      }
      return made;
    },
  },
};

function keep(round: (frame: Frame) => Json | undefined, items: Items): Json | undefined {
  const kept: Json[] = [];
  for (let item = items.next(); item !== undefined; item = items.next()) {
    const value = round(items.frame);
    if (value === undefined) return undefined;
    if (value === true) kept.push(item);
  }
  return kept;
}

/** As with `||` and `&&`, an entry that decides, decides, even where the round of another one fails. */
function decide(round: (frame: Frame) => Json | undefined, items: Items, decides: boolean): Json | undefined {
  const { frame } = items;
  let failure: Failure | null = null;
  while (items.next() !== undefined) {
    const value = round(frame);
    if (value === decides) return decides;
    if (value === undefined) {
      const latest = frame.takeFailure();
      failure ??= latest;
    }
  }
  if (failure === null) return !decides;
  frame.failure = failure;
  return undefined;
}

/** A macro with its list, its variable and what it does in each round. */
export function compileMacro(tree: Extract<Tree, { op: 'rcall' }>, place: Place, compiler: Compiler): Part {
  const [name, receiver, args] = tree.args;
  const [variable, first, second] = args;
  const macro = macros[name];
  if (macro === undefined || variable === undefined || first === undefined) {
    return compiler.refuse('expression-arguments', place, { name });
  }
  const isMapWithCondition = second !== undefined && args.length === 3 && !macro.isCondition;
  if (args.length !== 2 && !isMapWithCondition)
    return compiler.refuse('expression-arguments', place, { name });
  if (variable.op !== 'id') {
    return compiler.refuse('expression-unexpected', variable, { found: compiler.name(variable) });
  }
  const source = isMapWithCondition
    ? filtered(receiver, variable.args, first, place, compiler)
    : compiler.part(receiver);
  const list = listOf(source, compiler.name(receiver), receiver);
  const loop = compiler.within(variable.args, () =>
    macro.isCondition ? compileTruth(first, compiler) : compiler.part(second ?? first),
  );
  return loopOver(list, loop, macro.walk, place);
}

type Loop = ReturnType<Compiler['within']>;

function loopOver(
  list: (frame: Frame) => readonly Json[] | undefined,
  loop: Loop,
  walk: Walk,
  place: Place,
): Part {
  const { slot, part, cost } = loop;
  const settings = { slot, cost, place };
  return (frame) => {
    const items = list(frame);
    if (items === undefined) return undefined;
    const value = walk(part, new Items(frame, items, settings));
    return frame.isExhausted ? undefined : value;
  };
}

/** The entries for which the condition of `map(x, condition, value)` holds. */
function filtered(receiver: Tree, variable: string, condition: Tree, place: Place, compiler: Compiler): Part {
  const list = listOf(compiler.part(receiver), compiler.name(receiver), receiver);
  const loop = compiler.within(variable, () => compileTruth(condition, compiler));
  return loopOver(list, loop, keep, place);
}

function listOf(part: Part, name: string, place: Place): (frame: Frame) => readonly Json[] | undefined {
  return (frame) => {
    const value = part(frame);
    if (value === undefined || Array.isArray(value)) return value;
    if (!isObject(value))
      return frame.fail(`${name} must be a list or an object, not ${describe(value)}`, place);
    const keys = Object.keys(value);
    return frame.spend(keys.length, place) ? keys : undefined;
  };
}
