import type { Problem } from '#engine/model/Problem';
import { problemMessage } from '#engine/model/problemMessage';
import { exitCodes, type ExitCode } from './exitCodes';

/** Ends a command: with the problems to report, and the exit code. */
export class CliFailure extends Error {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];

  constructor(exitCode: ExitCode, problems: readonly Problem[]) {
    super(problems.map(problemMessage).join(' '));
    this.exitCode = exitCode;
    this.problems = problems;
  }
}

/** A wrong command line: the sentence says what to write instead. */
export function usageFailure(message: string): CliFailure {
  return failure(exitCodes.usage, 'wrong-usage', message);
}

/** Something named on the command line that cannot be used. */
export function inputFailure(code: string, message: string): CliFailure {
  return failure(exitCodes.input, code, message);
}

function failure(exitCode: ExitCode, code: string, sentence: string): CliFailure {
  return new CliFailure(exitCode, [{ code, severity: 'error', path: [], sentence, values: {} }]);
}
