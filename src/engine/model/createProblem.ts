import type { Problem } from './Problem';
import { problemTexts, type ProblemCode } from './problemTexts';

/** Where in a document, as steps into it. */
export type Path = Problem['path'];

/** A problem with its English sentence, filled in; `where` is added to the values from the path. */
export function createProblem(
  code: ProblemCode,
  path: Path,
  values: Problem['values'] = {},
  severity: Problem['severity'] = 'error',
): Problem {
  const all = { ...values, where: pathText(path) };
  return { code, severity, path, message: fill(problemTexts[code], all), values: all };
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

function fill(text: string, values: Problem['values']): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
