import type { Problem } from './Problem';
import type { ProblemCode } from './problemTexts';

/** Where in a document, as steps into it. */
export type Path = Problem['path'];

/** A problem; `where` is added to its values from the path. */
export function createProblem(
  code: ProblemCode,
  path: Path,
  values: Problem['values'] = {},
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, path, values: { ...values, where: pathText(path) } };
}

/** A path as people write it: `nodes[2].settings.capacity`. */
export function pathText(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${shortened(step)}`)).join('');
  return text === '' ? 'flow' : text.replace(/^\./, '');
}

/** A value as a sentence can show it: JSON text of at most 40 characters, lists and objects only hinted at. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  if (typeof value === 'string') return `"${shortened(value)}"`;
  return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : String(value);
}

function shortened(text: string): string {
  const shown = text.slice(0, 40).replace(/[\p{Cc}\p{Cs}\p{Cf}]/gu, '\uFFFD');
  return text.length > 40 ? `${shown}…` : shown;
}
