import { createProblem } from '#engine/model/createProblem';
import type { Result } from '#engine/model/Problem';
import { readText } from './readText';

/** Most bytes of a file with an automaton: 20,000 states, the most that is worked with, take less. */
export const automatonFileMax = 8 * 1024 * 1024;

/** Most bytes of a file with a machine configuration; a flow holds far less of it. */
export const chartFileMax = 1024 * 1024;

/** The text of a file that is not larger than a limit in bytes. */
export async function readTextFile(file: File, max: number): Promise<Result<string>> {
  if (file.size > max) {
    return { ok: false, problems: [createProblem('file-too-large', [], { size: file.size, max })] };
  }
  const text = await readText(file);
  return text === null
    ? { ok: false, problems: [createProblem('unreadable', [])] }
    : { ok: true, value: text, problems: [] };
}
