import { copyJson } from '../copyJson';
import type { Path } from '../createProblem';
import type { Json } from '../Json';
import type { ProblemList } from '../ProblemList';
import type { Problem } from '../Problem';
import { isPlainObject, ownValue, type PlainObject } from '../readValue';
import { statechartLimits } from './statechartLimits';

/**
 * What is wrong with a text as an expression, or with the expressions in JSON; null when nothing is. The path of a
 * problem leads on from where the text or the JSON stands.
 */
export interface ChartExpressions {
  problemOf(text: string): Problem | null;
  problemIn(template: Json): Problem | null;
}

/** What the readers of states, transitions and actions share: the problems, and how much there may still be. */
export class ChartReader {
  readonly problems: ProblemList;
  readonly #expressions: ChartExpressions | null;
  readonly #left = {
    states: statechartLimits.states as number,
    transitions: statechartLimits.transitions as number,
    actions: statechartLimits.actions as number,
  };

  /** Without somebody who understands expressions they are taken as they stand. */
  constructor(problems: ProblemList, expressions: ChartExpressions | null) {
    this.problems = problems;
    this.#expressions = expressions;
  }

  /** Whether one more may be read; the first that may not is reported. */
  take(what: 'states' | 'transitions' | 'actions', path: Path): boolean {
    const max = statechartLimits[what];
    this.#left[what] -= 1;
    if (this.#left[what] === -1) this.problems.error('too-many', path, { count: max + 1, max });
    return this.#left[what] >= 0;
  }

  leftOut(path: Path, what: string): void {
    this.problems.warning('statechart-left-out', path, { what });
  }

  /** Reports every key that means nothing here as left out. */
  leaveOutOthers(object: PlainObject, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (known.includes(key) || ownValue(object, key) === undefined) continue;
      this.leftOut([...path, key], whyNot[key] ?? 'it means nothing here');
    }
  }

  /** The text, or null and a problem. */
  name(value: unknown, path: Path): string | null {
    if (typeof value === 'string' && value.length > 0 && value.length <= statechartLimits.nameLength) {
      return value;
    }
    if (value === undefined) this.problems.error('missing', path);
    else if (typeof value !== 'string') this.problems.wrong('must-be-text', path, value);
    else if (value === '') this.problems.error('text-empty', path);
    else this.problems.error('text-too-long', path, { max: statechartLimits.nameLength });
    return null;
  }

  /** JSON that may hold `${…}`, as a copy. */
  template(value: unknown, path: Path): Json {
    const copy = copyJson(value, path, statechartLimits.dataLength, this.problems);
    const problem = this.#expressions?.problemIn(copy) ?? null;
    if (problem !== null) this.problems.add({ ...problem, path: [...path, ...problem.path] });
    return copy;
  }

  /** The text of an expression, or null when it is the name of something that cannot be carried over. */
  expression(text: string, path: Path): string | null {
    const problem = this.#expressions?.problemOf(text) ?? null;
    if (problem === null) return text;
    if (/^[\p{L}_$][\p{L}\p{N}\s_$-]*$/u.test(text)) return null;
    this.problems.add({ ...problem, path });
    return text;
  }

  /** One or several, as a list with the path of each. */
  many(value: unknown, path: Path): readonly (readonly [unknown, Path])[] {
    if (!Array.isArray(value)) return [[value, path]];
    return value.slice(0, statechartLimits.actions).map((item: unknown, index) => [item, [...path, index]]);
  }

  object(value: unknown, path: Path): PlainObject {
    if (isPlainObject(value)) return value;
    if (value === undefined) this.problems.error('missing', path);
    else this.problems.wrong('must-be-object', path, value);
    return {};
  }
}

/** What is known of XState and has no counterpart here. */
const whyNot: Readonly<Record<string, string>> = {
  invoke: 'an invoked actor would have to run outside of the run',
  tags: 'tags have no effect',
  meta: 'meta data have no effect',
  types: 'types have no effect',
  schemas: 'schemas have no effect',
  version: 'a version has no effect',
  route: 'routes are not known',
  context: 'only the whole chart has a context',
  delays: 'delays are expressions',
  activities: 'XState v5 has none',
};
