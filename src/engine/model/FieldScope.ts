import type { Path } from './createProblem';
import { limits } from './limits';
import type { ProblemList } from './ProblemList';
import { readList } from './readValue';

/** What the readers of settings need to know of the rest of the document. */
export interface FieldScope {
  readonly problems: ProblemList;
  /** Ids of the document's event types. */
  readonly eventTypes: ReadonlySet<string>;
  /** Ids of its nodes that run or can hold others, once they are read. */
  readonly nodes: ReadonlySet<string>;
  /** How many more entries the lists of the whole document may have. */
  readonly items: { left: number };
}

/** A scope for the settings of a whole document. */
export function createFieldScope(problems: ProblemList, eventTypes: Iterable<string> = []): FieldScope {
  return { problems, eventTypes: new Set(eventTypes), nodes: new Set(), items: { left: limits.items } };
}

/** A list within its own bound and within that of the whole document. */
export function readItems(
  value: unknown,
  path: Path,
  max: number,
  { problems, items }: FieldScope,
): readonly unknown[] {
  const list = readList(value, path, max, problems);
  items.left -= list.length;
  if (items.left >= 0) return list;
  problems.error('too-many', path, { count: list.length, max: Math.max(0, items.left + list.length) });
  return [];
}
