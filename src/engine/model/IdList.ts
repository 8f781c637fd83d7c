import type { Path } from './createProblem';
import type { ProblemList } from './ProblemList';
import { readId } from './readValue';

/** Reads the ids of one list of a document and sees to it that no two are equal. */
export class IdList {
  readonly ids = new Set<string>();
  readonly #problems: ProblemList;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  read(value: unknown, path: Path): string {
    const id = readId(value, path, this.#problems);
    if (id !== '' && this.ids.has(id)) this.#problems.wrong('duplicate-id', path, id);
    this.ids.add(id);
    return id;
  }
}
