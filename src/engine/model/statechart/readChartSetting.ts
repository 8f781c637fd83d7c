import { copyJson } from '../copyJson';
import { createProblem, type Path } from '../createProblem';
import type { Json } from '../Json';
import type { ProblemList } from '../ProblemList';
import type { ProblemCode } from '../problemTexts';
import { exportStatechart } from './exportStatechart';
import { readStatechart } from './readStatechart';

/**
 * A statechart as a setting holds it: the machine configuration with exactly what means something here, or null for
 * none. Its expressions are kept unread, like those of all settings. As data of a flow it may not be deeper than other
 * data, and not longer than `maxLength` characters of JSON text.
 */
export function readChartSetting(value: unknown, path: Path, maxLength: number, problems: ProblemList): Json {
  if (value === null) return null;
  const result = readStatechart(value, null);
  for (const { code, path: inner, values, severity } of result.problems) {
    // Problems are made from codes of the table; the type of a finished one only says text.
    problems.add(createProblem(code as ProblemCode, [...path, ...inner], values, severity));
  }
  return result.ok ? copyJson(exportStatechart(result.value), path, maxLength, problems) : null;
}
