import { createProblem } from '#engine/model/createProblem';
import { limits } from '#engine/model/limits';
import type { LogTable } from './LogTable';

/** A log that is not even looked at. */
export function tooLargeLog(text: string): LogTable {
  const values = { size: text.length, max: limits.logLength };
  return { columns: [], rows: [], problems: [createProblem('too-large', [], values)] };
}
