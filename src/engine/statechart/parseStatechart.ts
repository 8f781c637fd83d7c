import { copyJson } from '#engine/model/copyJson';
import { isTooDeep } from '#engine/model/isTooDeep';
import type { Json } from '#engine/model/Json';
import { limits } from '#engine/model/limits';
import type { Result } from '#engine/model/Problem';
import { ProblemList } from '#engine/model/ProblemList';
import { isPlainObject, ownValue } from '#engine/model/readValue';
import { ChartReader } from './ChartReader';
import { checkTargets } from './checkTargets';
import { readState } from './readState';
import type { Statechart } from './Statechart';
import { statechartLimits } from './statechartLimits';

/** What a chart without an id is called, as in XState. */
const defaultId = '(machine)';

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

/**
 * Makes a statechart of a machine configuration of XState v5, as JSON or as an object with functions in it. What is
 * not carried over is among the problems as a warning, each with its path; nothing is left out in silence. Only this
 * data is read, in bounded time, and nothing in it is called.
 */
export function parseStatechart(config: unknown): Result<Statechart> {
  const problems = new ProblemList();
  const reader = new ChartReader(problems);
  reader.take('states', []);
  const object = isPlainObject(config) ? config : {};
  const root = readState(config, defaultId, [], 1, reader, ['context']);
  if (root.type === 'history') problems.error('statechart-leaf', ['type'], { type: root.type });
  const chart = { context: readContext(ownValue(object, 'context'), reader), root };
  if (!problems.hasErrors) checkTargets(chart, problems);
  return problems.result(chart);
}

function readContext(value: unknown, reader: ChartReader): Readonly<Record<string, Json>> {
  if (value === undefined) return {};
  if (typeof value === 'function') {
    reader.leftOut(['context'], 'a function');
    return {};
  }
  const copy = copyJson(
    reader.object(value, ['context']),
    ['context'],
    statechartLimits.dataLength,
    reader.problems,
  );
  // The copy of an object is an object; null stands for one that is refused.
  return (copy ?? {}) as Readonly<Record<string, Json>>;
}
