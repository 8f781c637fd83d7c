import type { Json } from '#engine/model/Json';
import { Compiler } from './Compiler';
import { compileTree } from './compileTree';
import { describe } from './describe';
import { isExpressionProblem, type ExpressionProblem } from './expressionProblem';
import type { ExpressionScope } from './ExpressionScope';
import { Frame, type Failure, type Part, type Place } from './Frame';
import { parseExpression } from './parseExpression';
import { seal } from './seal';

/** A value, or why there is none: a sentence that says where, to be recorded as a modelled failure. */
export type Evaluated<T extends Json = Json> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** An expression that can be evaluated again and again. */
export interface CompiledExpression<T extends Json = Json> {
  readonly ok: true;
  /** Whether the text says `random`, so that the caller draws one only then. */
  readonly usesRandom: boolean;
  /** Never throws, answers alike for alike scopes, and ends after a bounded number of steps. */
  evaluate(scope: ExpressionScope): Evaluated<T>;
}

export interface RefusedExpression {
  readonly ok: false;
  readonly problem: ExpressionProblem;
}

/** Makes a text of the expression language ready to run. Costs some microseconds: do it once, in `plan`. */
export function compileExpression(text: string): CompiledExpression | RefusedExpression {
  return compileTo(text, seal);
}

/**
 * An expression that must give true or false; anything else is a failure. It knows what events say, or only these names, the
 * values of which are in the context of its scope.
 */
export function compileCondition(
  text: string,
  names: readonly string[] | null = null,
): CompiledExpression<boolean> | RefusedExpression {
  const finish: Finish<boolean> = (value, frame, place) =>
    typeof value === 'boolean'
      ? value
      : frame.fail(`a condition must give true or false, not ${describe(value)}`, place);
  return compileTo(text, finish, names);
}

/** An expression that must give a text, such as a key; numbers and booleans are written out. */
export function compileText(text: string): CompiledExpression<string> | RefusedExpression {
  return compileTo(text, (value, frame, place) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : frame.fail(`this must give a text, not ${describe(value)}`, place),
  );
}

/** The text as a part of something larger. */
export function compilePart(
  text: string,
  names: readonly string[] | null = null,
): { readonly ok: true; readonly part: Part; readonly usesRandom: boolean } | RefusedExpression {
  const tree = parseExpression(text);
  if (isExpressionProblem(tree)) return { ok: false, problem: tree };
  const compiler = new Compiler(text, compileTree, names);
  const part = compiler.part(tree);
  const { problem, usesRandom } = compiler;
  return problem === null ? { ok: true, part, usesRandom } : { ok: false, problem };
}

/** Makes the value of a text what was asked for. */
type Finish<T extends Json> = (value: Json, frame: Frame, place: Place) => T | undefined;

function compileTo<T extends Json>(
  text: string,
  finish: Finish<T>,
  names: readonly string[] | null = null,
): CompiledExpression<T> | RefusedExpression {
  const compiled = compilePart(text, names);
  if (!compiled.ok) return compiled;
  const { part, usesRandom } = compiled;
  const frame = new Frame();
  const place = { start: 0, end: text.length };
  return {
    ok: true,
    usesRandom,
    evaluate(scope) {
      frame.start(scope);
      const value = part(frame);
      const result = value === undefined || frame.isExhausted ? undefined : finish(value, frame, place);
      return result === undefined
        ? { ok: false, error: failureText(frame.failure) }
        : { ok: true, value: result };
    },
  };
}

/** A failure as one sentence with its column, counted from 1. */
export function failureText(failure: Failure | null): string {
  if (failure === null) return 'this takes too many steps';
  return `column ${failure.place.start + 1}: ${failure.message}`;
}
