import { Exploration, type ExplorationAnswer } from '#engine/analysis/explore/Exploration';
import type { Counterexample } from '#engine/analysis/explore/counterexampleOf';
import { propertyKinds } from '#engine/analysis/explore/properties/index';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { problemMessage } from '#engine/model/problemMessage';
import { encodeLink } from '#engine/share/link';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { assumptionText } from '../assumptionText';
import { usageFailure } from '../CliFailure';
import { jsonOption, type Command } from '../Command';
import { driveCheck } from '../driveCheck';
import { coverageData } from '../coverageText';
import { exploredText, stopWords } from '../exploredText';
import { exitCodes, type ExitCode } from '../exitCodes';
import { exploreOptions, readExploreSettings } from '../exploreOptions';
import { readFlow } from '../readFlow';
import { readProperty } from '../readProperty';
import { stepText } from '../stepText';
import { timingsText } from '../timingsText';

export const check: Command = {
  name: 'check',
  operands: ['FLOW'],
  counts: [1],
  summary: 'explore every order of steps and tell whether a property holds',
  options: [
    { name: 'property', value: 'TEXT', help: 'what must hold, as "name argument=value …"; else no-deadlock' },
    { name: 'list', help: 'list the properties instead' },
    ...exploreOptions,
    { name: 'timings', help: 'say when the run that breaks it could happen with the durations of the flow' },
    { name: 'link', help: 'end with a link to the run that breaks the property' },
    jsonOption,
  ],
  async perform(given, io) {
    if (given.hasFlag('list')) {
      await io.output.write(listText());
      return exitCodes.good;
    }
    const doc = await readFlow(given.operand(0), io, given.hasFlag('json'));
    const request = readProperty(given.text('property') ?? 'no-deadlock');
    const made = Exploration.of(doc, runningKinds, request, readExploreSettings(given));
    if ('problem' in made) throw usageFailure(problemMessage(made.problem));
    const isDone = await driveCheck(made, io);
    const answer = made.answer();
    const link = given.hasFlag('link') ? linkOf(answer) : null;
    const found = answer.counterexample;
    const timings = found === null || !given.hasFlag('timings') ? [] : timingsText(found.doc);
    const text = given.hasFlag('json')
      ? jsonText(answer, made.doc, link, timings)
      : answerText(answer, made.doc, link, timings);
    await io.output.write(text);
    return isDone ? exitCodeOf(answer) : exitCodes.cancelled;
  },
};

function exitCodeOf({ verdict }: ExplorationAnswer): ExitCode {
  if (verdict === 'holds') return exitCodes.good;
  return verdict === 'violated' ? exitCodes.no : exitCodes.stopped;
}

function linkOf({ counterexample }: ExplorationAnswer): string | null {
  if (counterexample === null) return null;
  const { doc, place } = counterexample;
  const link = encodeLink({ doc, ...place }, kinds);
  return link.ok ? `#${link.value}` : null;
}

function listText(): string {
  return propertyKinds.map(({ id, parameters }) => `${[id, ...parameters].join(' ')}\n`).join('');
}

function jsonText(
  answer: ExplorationAnswer,
  doc: FlowDoc,
  link: string | null,
  timings: readonly string[],
): string {
  const { progress, counterexample, other, unreached, ...rest } = answer;
  const { configurations, transitions, depth } = progress;
  const shown = {
    ...rest,
    assumptions: answer.assumptions.map((one) => assumptionText(one, doc)),
    configurations,
    transitions,
    depth,
    counterexample: counterexample === null ? null : runData(counterexample),
    other: other === null ? null : runData(other),
    unreached: unreached === null ? null : coverageData(unreached, doc),
    timings,
    link,
  };
  return `${JSON.stringify(shown)}\n`;
}

function runData({ steps, isShortest, loop, notPossible, doc, interventions }: Counterexample) {
  return {
    length: steps.length,
    isShortest,
    loop,
    notPossible,
    steps: steps.map((step) => stepText(step, doc)),
    interventions,
  };
}

function answerText(
  answer: ExplorationAnswer,
  doc: FlowDoc,
  link: string | null,
  timings: readonly string[],
): string {
  const { counterexample, other, sentence, reason } = answer;
  const lines = [`${verdictWords[answer.verdict]}: ${sentence}`];
  if (answer.stopped !== null) lines.push(`stopped: ${stopWords[answer.stopped]}`);
  if (counterexample !== null) {
    lines.push(reason, '', ...runLines(counterexample, doc), ...timings, '');
  }
  if (other !== null)
    lines.push(`a run that ends otherwise, ${other.steps.length} steps:`, ...stepLines(other), '');
  lines.push(...exploredText(answer, doc), ...(link === null ? [] : [link]));
  return `${lines.join('\n')}\n`;
}

function runLines(found: Counterexample, doc: FlowDoc): readonly string[] {
  const { isShortest, steps, loop, waiting, notPossible } = found;
  const how = isShortest ? 'the shortest run that breaks it' : 'a run that breaks it';
  const lines = [`${how}, ${steps.length} steps:`, ...stepLines(found)];
  if (loop !== null) {
    lines.push(
      `      and so on for ever: steps ${loop.from} to ${loop.from + loop.length - 1}, shown twice, repeat`,
    );
  }
  const names = waiting.map((node) => doc.nodes[node]?.name ?? '');
  if (names.length > 0) lines.push(`      waiting for each other: ${names.join(', ')}`);
  if (notPossible !== null)
    lines.push(`      the runtime cannot follow at step ${notPossible.step}: ${notPossible.reason}`);
  return lines;
}

function stepLines({ steps, doc }: Counterexample): readonly string[] {
  return steps.map((step, index) => `${String(index + 1).padStart(4)}  ${stepText(step, doc)}`);
}

const verdictWords = { holds: 'holds', violated: 'violated', 'not-exhausted': 'not exhausted' } as const;
