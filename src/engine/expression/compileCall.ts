import type { Json } from '#engine/model/Json';
import { compileHas } from './compileAccess';
import { compileMacro, macros } from './compileMacro';
import type { Compiler } from './Compiler';
import { functions, mathFunctions, methods, type Callable } from './functions';
import type { Frame, Part, Place } from './Frame';
import type { Tree } from './parseExpression';

type CallTree = Extract<Tree, { op: 'call' | 'rcall' }>;

/** A call of a function, of a method of a value, or of a macro. */
export function compileCall(tree: CallTree, compiler: Compiler): Part {
  if (tree.op === 'call') {
    const [name, args] = tree.args;
    const [first] = args;
    if (name === 'has' && first !== undefined && args.length === 1) return compileHas(first, compiler);
    return compileCallable(functions, name, args, tree, compiler);
  }
  const [name, receiver, args] = tree.args;
  const place = compiler.placeOf(name, receiver.end, tree.end);
  if (receiver.op === 'id' && receiver.args === 'math' && compiler.slotOf('math') < 0) {
    return compileCallable(mathFunctions, name, args, place, compiler);
  }
  return Object.hasOwn(macros, name)
    ? compileMacro(tree, place, compiler)
    : compileCallable(methods, name, [receiver, ...args], place, compiler);
}

function compileCallable(
  table: Readonly<Record<string, Callable>>,
  name: string,
  args: readonly Tree[],
  place: Place,
  compiler: Compiler,
): Part {
  const callable = Object.hasOwn(table, name) ? table[name] : undefined;
  if (callable === undefined) {
    return compiler.refuse('expression-function', place, { name, options: Object.keys(table).join(', ') });
  }
  const { least, most, apply } = callable;
  if (args.length < least || args.length > most)
    return compiler.refuse('expression-arguments', place, { name });
  const parts = compiler.parts(args);
  return (frame) => callWith(parts, apply, frame, place);
}

function callWith(
  parts: readonly Part[],
  apply: Callable['apply'],
  frame: Frame,
  place: Place,
): Json | undefined {
  const values: Json[] = [];
  for (const part of parts) {
    const value = part(frame);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return apply(values, frame, place);
}
