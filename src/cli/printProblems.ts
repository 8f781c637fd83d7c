import { pathText } from '#engine/model/createProblem';
import type { Problem } from '#engine/model/Problem';
import type { TextSink } from './Io';

/** Problems as lines of text, errors and warnings alike: severity, code, place, sentence. */
function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(({ severity, code, path, message }) => {
      const place = path.length === 0 ? '' : ` ${pathText(path)}`;
      return `${severity} ${code}${place}: ${message}\n`;
    })
    .join('');
}

/** Writes problems to a sink: as lines for people, or as one JSON document. Nothing when there are none. */
export async function printProblems(problems: readonly Problem[], isJson: boolean, sink: TextSink) {
  if (problems.length === 0) return;
  await sink.write(isJson ? `${JSON.stringify({ problems })}\n` : problemLines(problems));
}
