import { Exploration, type ExplorationAnswer } from '#engine/analysis/explore/Exploration';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { problemMessage } from '#engine/model/problemMessage';
import { runningKinds } from '#kinds/runningKinds';
import { assumptionText } from '../assumptionText';
import { usageFailure } from '../CliFailure';
import { jsonOption, type Command } from '../Command';
import { coverageData } from '../coverageText';
import { driveCheck } from '../driveCheck';
import { exitCodes } from '../exitCodes';
import { exportPromela } from '../exportPromela';
import { exploredText, stopWords, unreachedText } from '../exploredText';
import { exploreOptions, readExploreSettings } from '../exploreOptions';
import { readFlow } from '../readFlow';

export const explore: Command = {
  name: 'explore',
  operands: ['FLOW'],
  counts: [1],
  summary: 'explore every order of steps and tell how much there is, and what is never reached',
  options: [
    ...exploreOptions,
    { name: 'export', value: 'FORMAT', help: 'promela: what was explored as a model for SPIN' },
    jsonOption,
  ],
  async perform(given, io) {
    const doc = await readFlow(given.operand(0), io, given.hasFlag('json'));
    if (given.choice('export', ['promela']) !== null) return exportPromela(doc, given, io);
    const request = { property: 'anything', arguments: {} };
    const made = Exploration.of(doc, runningKinds, request, readExploreSettings(given));
    if ('problem' in made) throw usageFailure(problemMessage(made.problem));
    const isDone = await driveCheck(made, io);
    const answer = made.answer();
    await io.output.write(given.hasFlag('json') ? jsonText(answer, made.doc) : plainText(answer, made.doc));
    if (!isDone) return exitCodes.cancelled;
    return answer.stopped === null ? exitCodes.good : exitCodes.stopped;
  },
};

function jsonText(answer: ExplorationAnswer, doc: FlowDoc): string {
  const { stopped, ends, unreached, assumptions, progress, holdsUpTo } = answer;
  const { configurations, transitions, depth } = progress;
  const shown = {
    isWhole: stopped === null,
    stopped,
    configurations,
    transitions,
    depth,
    ends,
    wholeUpTo: holdsUpTo,
    unreached: unreached === null ? null : coverageData(unreached, doc),
    assumptions: assumptions.map((one) => assumptionText(one, doc)),
  };
  return `${JSON.stringify(shown)}\n`;
}

function plainText(answer: ExplorationAnswer, doc: FlowDoc): string {
  const { stopped, unreached } = answer;
  const never = unreachedText(answer, doc);
  const isAllReached = unreached !== null && never.length === 0;
  const lines = [
    stopped === null ? 'everything was explored' : `not exhausted: ${stopWords[stopped]}`,
    ...exploredText(answer, doc),
    ...(isAllReached ? ['every wire, state, event type and outcome is reached'] : never),
  ];
  return `${lines.join('\n')}\n`;
}
