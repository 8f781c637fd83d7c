import type { Compiler } from './Compiler';
import { describe } from './describe';
import type { Part, Place } from './Frame';
import type { Tree } from './parseExpression';

/** A part that answers with true or false, or not at all. */
export function compileTruth(
  tree: Tree,
  compiler: Compiler,
): (...args: Parameters<Part>) => boolean | undefined {
  const part = compiler.part(tree);
  const place: Place = tree;
  const name = compiler.name(tree);
  return (frame) => {
    const value = part(frame);
    if (typeof value === 'boolean' || value === undefined) return value;
    return frame.fail(`${name} must be true or false, not ${describe(value)}`, place);
  };
}

export function compileNot(tree: Tree, compiler: Compiler): Part {
  const condition = compileTruth(tree, compiler);
  return (frame) => {
    const value = condition(frame);
    return value === undefined ? undefined : !value;
  };
}

export function compileChoice(tree: Extract<Tree, { op: '?:' }>, compiler: Compiler): Part {
  const [first, second, third] = tree.args;
  const condition = compileTruth(first, compiler);
  const yes = compiler.part(second);
  const no = compiler.part(third);
  return (frame) => {
    const value = condition(frame);
    if (value === undefined) return undefined;
    return value ? yes(frame) : no(frame);
  };
}

export const compileOr = (tree: Extract<Tree, { op: '||' }>, compiler: Compiler) =>
  compileEither(tree.args, true, compiler);

export const compileAnd = (tree: Extract<Tree, { op: '&&' }>, compiler: Compiler) =>
  compileEither(tree.args, false, compiler);

/**
 * Both operators as the language defines them: a side that decides, decides, even where the other one fails. So
 * `has(data.a) && data.a > 1` may be written in either order.
 */
function compileEither([one, other]: readonly [Tree, Tree], decides: boolean, compiler: Compiler): Part {
  const left = compileTruth(one, compiler);
  const right = compileTruth(other, compiler);
  return (frame) => {
    const first = left(frame);
    if (first === decides) return decides;
    if (first !== undefined) return right(frame);
    const failure = frame.takeFailure();
    if (right(frame) === decides) return decides;
    frame.failure = failure;
    return undefined;
  };
}
