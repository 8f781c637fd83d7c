import type { Problem } from '#engine/model/Problem';
import { jsonOption, type Command } from '../Command';
import { exitCodes } from '../exitCodes';
import { plainProblem, printProblems } from '../printProblems';
import { readFlowResult } from '../readFlow';

export const validate: Command = {
  name: 'validate',
  operands: ['FLOW'],
  counts: [1],
  summary: 'say what is wrong or doubtful in a flow',
  options: [jsonOption, { name: 'strict', help: 'let warnings count as errors' }],
  async perform(given, io) {
    const { problems } = await readFlowResult(given.operand(0), io);
    const counts = {
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
    };
    const isGood = counts.errors === 0 && (counts.warnings === 0 || !given.hasFlag('strict'));
    if (given.hasFlag('json')) {
      await io.output.write(
        `${JSON.stringify({ valid: isGood, ...counts, problems: problems.map(plainProblem) }, null, 2)}\n`,
      );
    } else {
      await printProblems(problems, false, io.output);
      await io.output.write(`${isGood ? 'valid' : 'not valid'}: ${said(counts)}\n`);
    }
    if (isUnreadable(problems)) return exitCodes.input;
    return isGood ? exitCodes.good : exitCodes.no;
  },
};

function said({ errors, warnings }: { readonly errors: number; readonly warnings: number }): string {
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}

/** Whether there was no flow to judge: the other commands end with the same code then. */
function isUnreadable(problems: readonly Problem[]): boolean {
  return problems.some(({ code, path }) => path.length === 0 && unreadable.has(code));
}

const unreadable: ReadonlySet<string> = new Set([
  'not-json',
  'too-large',
  'not-a-flow',
  'newer-version',
  'older-version',
  'unreadable',
  'not-a-link',
  'link-cut',
  'link-changed',
  'link-newer',
  'link-too-large',
]);
