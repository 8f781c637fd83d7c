import { chartExpressions } from '#engine/expression/chartExpressions';
import { isTooDeep } from '#engine/model/isTooDeep';
import { limits } from '#engine/model/limits';
import type { Result } from '#engine/model/Problem';
import { ProblemList } from '#engine/model/ProblemList';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import type { Statechart } from '#engine/model/statechart/Statechart';
import { statechartLimits } from '#engine/model/statechart/statechartLimits';

/** Makes a statechart of the text of a machine configuration; see `parseStatechart`. */
export function parseStatechartText(text: string): Result<Statechart> {
  const problems = new ProblemList();
  const max = statechartLimits.textLength;
  if (text.length > max) problems.error('too-large', [], { size: text.length, max });
  // A state takes two levels, and its transitions and actions some more.
  const depth = 2 * statechartLimits.depth + limits.depth + 8;
  if (!problems.hasErrors && isTooDeep(text, depth)) problems.error('too-deep', [], { max: depth });
  if (problems.hasErrors) return { ok: false, problems: problems.list };
  try {
    return parseStatechart(JSON.parse(text));
  } catch {
    problems.error('not-json', []);
    return { ok: false, problems: problems.list };
  }
}

/** Makes a statechart of a machine configuration, as `readStatechart` does, and reads every expression in it. */
export function parseStatechart(config: unknown): Result<Statechart> {
  return readStatechart(config, chartExpressions);
}
