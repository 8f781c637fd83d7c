import type { Path } from './createProblem';
import type { ProblemList } from './ProblemList';
import { readList, readText } from './readValue';
import { automatonLimits } from './AutomatonDraft';

/** A list of names, each once, at most so many. */
export function readNames(value: unknown, path: Path, max: number, problems: ProblemList): readonly string[] {
  const seen = new Set<string>();
  for (const [index, one] of readList(value, path, max, problems).entries()) {
    const name = readText(one, [...path, index], { min: 1, max: automatonLimits.nameLength }, problems);
    if (seen.has(name)) problems.wrong('automaton-duplicate', [...path, index], name);
    seen.add(name);
  }
  return [...seen];
}
