import { copyJson } from '#engine/model/copyJson';
import type { Json } from '#engine/model/Json';
import { limits } from '#engine/model/limits';
import { ProblemList } from '#engine/model/ProblemList';
import { isPlainObject } from '#engine/model/readValue';
import type { StatechartEvent } from '#engine/statechart/StatechartSnapshot';
import { CliFailure, usageFailure } from './CliFailure';
import { exitCodes } from './exitCodes';
import { parseDuration } from './parseDuration';

/** What happens to a statechart on the command line: an event, or virtual time that passes. */
export type ChartInput = { readonly event: StatechartEvent } | { readonly waitMs: number };

/**
 * The events of `--events`: names and `+DURATION` with commas between, or a JSON list of those and of
 * `{ "type", "key", "data" }`.
 */
export function readChartEvents(text: string): readonly ChartInput[] {
  if (!text.trimStart().startsWith('[')) {
    return text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .map(inputOf);
  }
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw usageFailure('--events begins with [ and is not JSON.');
  }
  return (Array.isArray(list) ? list : []).map(inputOf);
}

function inputOf(item: unknown): ChartInput {
  if (typeof item === 'string' && item.startsWith('+')) {
    const waitMs = parseDuration(item.slice(1));
    if (waitMs === null || waitMs > limits.untilMs) {
      throw usageFailure(`--events has "${item}"; write + and a duration such as +500ms, +10s or +2h.`);
    }
    return { waitMs };
  }
  if (typeof item === 'string') return { event: { type: item, key: '', data: null } };
  if (!isPlainObject(item) || typeof item['type'] !== 'string') {
    throw usageFailure(
      '--events: write names, +DURATION, or objects with a "type", and perhaps "key" and "data".',
    );
  }
  const { type, key, data } = item;
  return { event: { type, key: typeof key === 'string' ? key : '', data: dataOf(data) } };
}

function dataOf(data: unknown): Json {
  const problems = new ProblemList();
  const copy = data === undefined ? null : copyJson(data, ['data'], limits.dataLength, problems);
  if (problems.hasErrors) throw new CliFailure(exitCodes.usage, problems.list);
  return copy;
}
