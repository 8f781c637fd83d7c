import type { ExplorationAnswer } from '#engine/analysis/explore/Exploration';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { assumptionText } from './assumptionText';
import { coverageText } from './coverageText';
import { grouped } from './numberTexts';

/** How much was explored, what no run reaches, and what is taken for granted; a line each. */
export function exploredText(answer: ExplorationAnswer, doc: FlowDoc): readonly string[] {
  const { configurations, transitions, depth } = answer.progress;
  const counted = `${grouped(configurations)} configurations, ${grouped(transitions)} transitions`;
  const { events, holdsUpTo } = answer;
  return [
    ...(events === null ? [] : [`found with at most ${events} events of each source`]),
    ...(holdsUpTo === 0 || events !== null
      ? []
      : [`with at most ${holdsUpTo} events of each source everything was explored, and it holds`]),
    `${counted}, depth ${depth}, ${grouped(answer.ends)} ends`,
    ...answer.assumptions.map((one) => `taken for granted: ${assumptionText(one, doc)}`),
  ];
}

/** Why exploring stopped. */
export const stopWords = {
  outcomes: 'a step has more outcomes of chance than are looked at',
  configurations: 'as many configurations as were allowed',
  memory: 'as much memory as is allowed',
  depth: 'as many steps as are allowed',
  cancelled: 'on demand',
  growth: 'with few events of each source there is so much to look at that all of them are out of reach',
  replay: 'a run that breaks it was found, which this flow with its times cannot take',
} as const;

/** What no run reaches; nothing where that is not known. */
export function unreachedText({ unreached }: ExplorationAnswer, doc: FlowDoc): readonly string[] {
  return unreached === null ? [] : coverageText(unreached, doc);
}
