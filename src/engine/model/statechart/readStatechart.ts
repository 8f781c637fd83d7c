import { copyJson } from '../copyJson';
import type { Json } from '../Json';
import type { Result } from '../Problem';
import { ProblemList } from '../ProblemList';
import { isPlainObject, ownValue } from '../readValue';
import { ChartReader, type ChartExpressions } from './ChartReader';
import { checkTargets } from './checkTargets';
import { readState } from './readState';
import type { Statechart } from './Statechart';
import { statechartLimits } from './statechartLimits';

/** What a chart without an id is called, as in XState. */
const defaultId = '(machine)';

/**
 * Makes a statechart of a machine configuration of XState v5, as JSON or as an object with functions in it. What is
 * not carried over is among the problems as a warning, each with its path; nothing is left out in silence. Only this
 * data is read, in bounded time, and nothing in it is called. Without `expressions` what stands in guards, delays and
 * `${…}` is kept unread.
 */
export function readStatechart(config: unknown, expressions: ChartExpressions | null): Result<Statechart> {
  const problems = new ProblemList();
  const reader = new ChartReader(problems, expressions);
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
