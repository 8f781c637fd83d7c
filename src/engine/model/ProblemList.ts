import { createProblem, valueText, type Path } from './createProblem';
import { limits } from './limits';
import type { Problem, Result } from './Problem';
import type { ProblemCode } from './problemTexts';

/** Collects what one import finds wrong or doubtful; lists the first hundred and counts the others. */
export class ProblemList {
  readonly #found: Problem[] = [];
  readonly #unreadable: Path[] = [];
  #errors = 0;
  #unlisted = 0;

  error(code: ProblemCode, path: Path, values: Problem['values'] = {}): void {
    this.add(createProblem(code, path, values));
  }

  warning(code: ProblemCode, path: Path, values: Problem['values'] = {}): void {
    this.add(createProblem(code, path, values, 'warning'));
  }

  /** An error about a value, which the sentence shows as `{value}`. */
  wrong(code: ProblemCode, path: Path, value: unknown, values: Problem['values'] = {}): void {
    this.error(code, path, { ...values, value: valueText(value) });
  }

  /** What lies inside of something that is missing or unreadable as a whole goes without saying. */
  add(problem: Problem): void {
    if (problem.severity === 'error') {
      this.#errors++;
      if (this.#unreadable.some((path) => isInside(problem.path, path))) return;
      if (wholes.has(problem.code)) this.#unreadable.push(problem.path);
    }
    if (this.#found.length < limits.problems) this.#found.push(problem);
    else this.#unlisted++;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  get list(): readonly Problem[] {
    if (this.#unlisted === 0) return this.#found;
    const severity = this.hasErrors ? 'error' : 'warning';
    return [...this.#found, createProblem('more-problems', [], { count: this.#unlisted }, severity)];
  }

  /** The value with the warnings, or only the problems when an error is among them. */
  result<T>(value: T): Result<T> {
    return this.hasErrors ? { ok: false, problems: this.list } : { ok: true, value, problems: this.list };
  }
}

const wholes: ReadonlySet<string> = new Set<ProblemCode>([
  'missing',
  'must-be-object',
  'must-be-list',
  'too-many',
]);

const isInside = (inner: Path, outer: Path) =>
  inner.length > outer.length && outer.every((step, index) => inner[index] === step);
