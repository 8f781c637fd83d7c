import { isPlainObject } from '#engine/model/readValue';
import { dialects } from '#engine/model/patterns/index';
import { usageFailure } from '../CliFailure';
import type { CommandArguments } from '../CommandArguments';
import { jsonOption, type Command } from '../Command';
import { exitCodes, type ExitCode } from '../exitCodes';
import type { Io } from '../Io';
import { printProblems } from '../printProblems';

/** Why nothing matches: the pattern or the subject is none of its dialect, or the line is no question. */
interface Reason {
  readonly code: 'bad-pattern' | 'bad-subject' | 'bad-line';
  readonly message: string;
}

/** One question, and its answer. */
interface Answer {
  readonly dialect: string;
  readonly pattern: string;
  readonly subject: string;
  readonly matches: boolean;
  readonly problem?: Reason;
}

export const match: Command = {
  name: 'match',
  operands: ['DIALECT PATTERN SUBJECT', '-'],
  counts: [1, 3],
  summary: 'tell whether a pattern matches a subject',
  options: [jsonOption],
  async perform(given, io) {
    if (given.operands.length === 1) return matchLines(given, io);
    const answer = answerOf(given.operand(0), given.operand(1), given.operand(2));
    if (answer === null) throw usageFailure(unknownDialect(given.operand(0)));
    const { problem, matches } = answer;
    await io.output.write(given.hasFlag('json') ? lineOf(answer) : `${matches}\n`);
    if (problem !== undefined && !given.hasFlag('json')) {
      await printProblems(
        [{ code: problem.code, sentence: problem.message, severity: 'error', path: [], values: {} }],
        false,
        io.errors,
      );
    }
    return matches ? exitCodes.good : exitCodes.no;
  },
};

/** Answers lines of JSON in their order, each as soon as it is there. */
async function matchLines(given: CommandArguments, io: Io): Promise<ExitCode> {
  if (given.operand(0) !== '-') throw usageFailure('Write: busbar match DIALECT PATTERN SUBJECT, or -.');
  let line = 0;
  let isEveryLineGood = true;
  for await (const text of io.inputLines()) {
    line += 1;
    if (text.trim() === '') continue;
    const answer = answerOfLine(text);
    if (typeof answer === 'string') isEveryLineGood = false;
    const written =
      typeof answer === 'string' ? { line, problem: { code: 'bad-line', message: answer } } : answer;
    await io.output.write(lineOf(written));
  }
  return isEveryLineGood ? exitCodes.good : exitCodes.input;
}

/** The answer, or a sentence on why the line asks nothing. */
function answerOfLine(line: string): Answer | string {
  let asked: unknown;
  try {
    asked = JSON.parse(line);
  } catch {
    return 'This line is not JSON.';
  }
  if (!isPlainObject(asked)) return 'This line is no object in braces.';
  const { dialect, pattern, subject } = asked;
  if (typeof dialect !== 'string' || typeof pattern !== 'string' || typeof subject !== 'string') {
    return 'Write "dialect", "pattern" and "subject", each a text.';
  }
  return answerOf(dialect, pattern, subject) ?? unknownDialect(dialect);
}

/** Null when there is no such dialect. */
function answerOf(dialectId: string, pattern: string, subject: string): Answer | null {
  const dialect = dialects.find(({ id }) => id === dialectId);
  if (dialect === undefined) return null;
  const ofPattern = dialect.problemOf(pattern);
  const ofSubject = dialect.problemOfSubject(subject);
  const message = ofPattern ?? ofSubject;
  const asked = { dialect: dialectId, pattern, subject };
  if (message === null) return { ...asked, matches: dialect.compile(pattern)(subject) };
  const code = ofPattern === null ? 'bad-subject' : 'bad-pattern';
  return { ...asked, matches: false, problem: { code, message } };
}

function unknownDialect(id: string): string {
  return `There is no dialect "${id}". Choose one of these: ${dialects.map((one) => one.id).join(', ')}.`;
}

function lineOf(answer: object): string {
  return `${JSON.stringify(answer)}\n`;
}
