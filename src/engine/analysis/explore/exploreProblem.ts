import { exploreProblemTexts } from '#engine/model/exploreProblemTexts';
import type { Problem } from '#engine/model/Problem';

export type ExploreProblemCode = keyof typeof exploreProblemTexts;

/** Why a question about every order makes no sense. */
export interface ExploreProblem {
  readonly problem: Problem;
}

/** What is wrong with a question; texts among the values are put in quotation marks where they were given. */
export function exploreProblem(code: ExploreProblemCode, values: Problem['values'] = {}): ExploreProblem {
  return { problem: { code, severity: 'error', path: [], values, sentence: exploreProblemTexts[code] } };
}

/** What somebody wrote, as sentences show it. */
export function quoted(text: string): string {
  return `"${text}"`;
}

/** Whether what was made of a question says what is wrong with it. */
export function isExploreProblem(value: unknown): value is ExploreProblem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}
