import { createProblem, valueText, type Path } from './createProblem';
import { limits } from './limits';
import type { Problem, Result } from './Problem';
import type { ProblemCode } from './problemTexts';

type Values = Problem['values'];

/** Collects what one import finds wrong or doubtful; lists the first hundred and counts the others. */
export class ProblemList {
  readonly #found: Problem[] = [];
  #unreadable: readonly Path[] = [];
  #errors = 0;
  #unlisted = 0;

  error(code: ProblemCode, path: Path, values: Values = {}): void {
    this.#report(code, path, 'error', () => createProblem(code, path, values));
  }

  warning(code: ProblemCode, path: Path, values: Values = {}): void {
    this.#report(code, path, 'warning', () => createProblem(code, path, values, 'warning'));
  }

  /** An error about a value, which the sentence shows as `{value}`. */
  wrong(code: ProblemCode, path: Path, value: unknown, values: Values = {}): void {
    this.#report(code, path, 'error', () =>
      createProblem(code, path, { ...values, value: valueText(value) }),
    );
  }

  /** A key that is left out, which the sentence shows as `{key}`. */
  leftOut(code: 'unknown-key' | 'dropped-key', path: Path, key: string): void {
    this.#report(code, path, 'warning', () => createProblem(code, path, { key: valueText(key) }, 'warning'));
  }

  add(problem: Problem): void {
    this.#report(problem.code, problem.path, problem.severity, () => problem);
  }

  /**
   * What lies inside of something that is missing or unreadable as a whole goes without saying. Problems are
   * only made while there is room for them: hostile input can have millions.
   */
  #report(code: string, path: Path, severity: Problem['severity'], make: () => Problem): void {
    if (severity === 'error') {
      this.#errors++;
      if (this.#unreadable.some((outer) => isInside(path, outer))) return;
      // The latest few will do: what lies inside is read right after.
      if (wholes.has(code)) this.#unreadable = [path, ...this.#unreadable.slice(0, 3)];
    }
    if (this.#found.length < limits.problems) this.#found.push(make());
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
