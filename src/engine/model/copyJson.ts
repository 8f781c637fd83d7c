import type { Path } from './createProblem';
import type { Json } from './Json';
import { limits } from './limits';
import type { ProblemList } from './ProblemList';
import { forbiddenKeys, isPlainObject } from './readValue';

/**
 * A new copy of plain JSON data whose text has at most `maxLength` characters and whose depth is at most 32.
 * The work is bounded by `maxLength` too, so cycles and data that repeats itself end as a reported problem.
 */
export function copyJson(value: unknown, path: Path, maxLength: number, problems: ProblemList): Json {
  const copier = new Copier(path, maxLength, problems);
  const copy = copier.copy(value, 1);
  return copier.isStopped ? null : copy;
}

class Copier {
  isStopped = false;
  #left: number;
  readonly #path: Path;
  readonly #maxLength: number;
  readonly #problems: ProblemList;

  constructor(path: Path, maxLength: number, problems: ProblemList) {
    this.#path = path;
    this.#maxLength = maxLength;
    this.#left = maxLength;
    this.#problems = problems;
  }

  copy(value: unknown, level: number): Json {
    if (this.isStopped) return null;
    if (value === null || typeof value === 'boolean') return this.#spend(String(value).length, value);
    if (typeof value === 'number' && Number.isFinite(value)) {
      return this.#spend(String(value).length, value + 0);
    }
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value) || isPlainObject(value)) return this.#nested(value, level);
    this.isStopped = true;
    this.#problems.wrong('must-be-plain', this.#path, value);
    return null;
  }

  #nested(value: readonly unknown[] | Readonly<Record<string, unknown>>, level: number): Json {
    if (level > limits.depth) {
      this.isStopped = true;
      this.#problems.error('too-deep', this.#path, { max: limits.depth });
      return null;
    }
    this.#spend(2, null);
    if (Array.isArray(value)) return this.#list(value, level);
    // `isArray` does not narrow a readonly list away, so the compiler has to be told.
    return this.#object(value as Readonly<Record<string, unknown>>, level);
  }

  #list(value: readonly unknown[], level: number): Json {
    const copy: Json[] = [];
    for (let index = 0; index < value.length && !this.isStopped; index++) {
      if (index > 0) this.#spend(1, null);
      copy.push(this.copy(value[index], level + 1));
    }
    return copy;
  }

  #object(value: Readonly<Record<string, unknown>>, level: number): Json {
    const copy: Record<string, Json> = {};
    for (const key of Object.keys(value)) {
      if (this.isStopped) break;
      if (forbiddenKeys.has(key)) {
        this.#problems.leftOut('dropped-key', this.#path, key);
        continue;
      }
      const name = this.#text(key);
      this.#spend(2, null);
      copy[name] = this.copy(value[key], level + 1);
    }
    return copy;
  }

  #text(value: string): string {
    if (value.length > this.#left) return this.#spend(value.length, '');
    const text = value.replace(/\p{Cs}/gu, '\uFFFD');
    if (text !== value) this.#problems.warning('text-cleaned', this.#path);
    return this.#spend(JSON.stringify(text).length, text);
  }

  #spend<T>(characters: number, value: T): T {
    this.#left -= characters;
    if (this.#left < 0 && !this.isStopped) {
      this.isStopped = true;
      this.#problems.error('json-too-long', this.#path, { max: this.#maxLength });
    }
    return value;
  }
}
