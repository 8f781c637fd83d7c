import { pathText } from '#engine/model/createProblem';
import { problemMessage } from '#engine/model/problemMessage';
import type { Problem } from '#engine/model/Problem';
import type { TextSink } from './Io';

/** Problems as lines of text, errors and warnings alike: severity, code, place, sentence. */
function problemLines(problems: readonly Problem[]): string {
  return problems
    .map((problem) => {
      const { severity, code, path } = problem;
      const place = path.length === 0 ? '' : ` ${pathText(path)}`;
      return `${severity} ${code}${place}: ${problemMessage(problem)}\n`;
    })
    .join('');
}

/** A problem as the command line prints it: with its sentence. */
export function plainProblem(problem: Problem) {
  const { code, severity, path, values } = problem;
  return { code, severity, path, message: problemMessage(problem), values };
}

/** Writes problems to a sink: as lines for people, or as one JSON document. Nothing when there are none. */
export async function printProblems(problems: readonly Problem[], isJson: boolean, sink: TextSink) {
  if (problems.length === 0) return;
  await sink.write(
    isJson ? `${JSON.stringify({ problems: problems.map(plainProblem) })}\n` : problemLines(problems),
  );
}
