import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import { compilePart } from './compileExpression';
import { compileTemplate } from './compileTemplate';
import type { ExpressionProblem } from './expressionProblem';

/**
 * What is wrong with the expression, or the expressions of a template, that one field holds; null when nothing is
 * or when the field holds none. The path leads into the template.
 */
export function checkField(field: Field, value: Json): ExpressionProblem | null {
  if (field.type === 'expression') return checkText(value);
  if (field.type !== 'json' || field.template !== true) return null;
  const compiled = compileTemplate(value);
  return compiled.ok ? null : compiled.problem;
}

function checkText(text: Json): ExpressionProblem | null {
  if (typeof text !== 'string' || text === '') return null;
  const compiled = compilePart(text);
  return compiled.ok ? null : compiled.problem;
}
