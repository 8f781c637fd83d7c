import { createProblem } from '#engine/model/createProblem';
import type { Problem } from '#engine/model/Problem';
import type { ProblemCode } from '#engine/model/problemTexts';
import type { Place } from './Frame';

/** Why a text is no expression, and where: an ordinary problem with a place in the text. */
export interface ExpressionProblem extends Problem {
  /** The first character of what is wrong, counted from 0. */
  readonly from: number;
  /** The character after what is wrong; equal to `from` where something is missing. */
  readonly to: number;
}

/** A problem at a place of the text; its column, counted from 1, is among its values. */
export function expressionProblem(
  code: Extract<ProblemCode, `expression-${string}`>,
  place: Place,
  values: Problem['values'] = {},
): ExpressionProblem {
  const problem = createProblem(code, [], { ...values, column: place.start + 1 });
  return { ...problem, from: place.start, to: place.end };
}

export function isExpressionProblem(value: object): value is ExpressionProblem {
  return 'code' in value;
}
