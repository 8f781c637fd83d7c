import type { Json } from '#engine/model/Json';
import type { Result } from '#engine/model/Problem';
import { ProblemList } from '#engine/model/ProblemList';
import { exportStatechart } from '#engine/model/statechart/exportStatechart';
import { readChartSetting } from '#engine/model/statechart/readChartSetting';
import { allStates } from './chartPlaces';

/** Most characters of the setting. */
const longest = 100_000;

/** The text of a machine configuration as a setting. The code that reads expressions is fetched for it. */
export async function importChart(
  text: string,
): Promise<Result<{ readonly setting: Json; readonly states: number }>> {
  const { parseStatechartText } = await import('#engine/statechart/parseStatechart');
  const parsed = parseStatechartText(text);
  if (!parsed.ok) return parsed;
  const problems = new ProblemList();
  const setting = readChartSetting(exportStatechart(parsed.value), [], longest, problems);
  if (problems.hasErrors) return { ok: false, problems: problems.list };
  const states = allStates(parsed.value).length - 1;
  return { ok: true, value: { setting, states }, problems: parsed.problems };
}
