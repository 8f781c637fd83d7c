import { compareReports, type MetricDifference } from '#engine/analysis/compare/compareReports';
import { flowChanges, type FlowChange } from '#engine/analysis/compare/flowChanges';
import { prettyJson } from '#engine/interop/prettyJson';
import { comparedBranchOf, flowOf } from '#engine/model/branches';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import { planFlow } from '#engine/runtime/FlowPlan';
import { reportOf } from '#engine/runtime/report';
import { DifferenceSearch, type FirstDifference } from '#engine/runtime/search/FirstDifference';
import { Simulation } from '#engine/runtime/Simulation';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { usageFailure } from '../CliFailure';
import { jsonOption, type Command } from '../Command';
import { comparisonText } from '../comparisonText';
import { driveRun } from '../driveRun';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import { readFlow } from '../readFlow';
import { runOptions, turnedRun } from '../runOptions';

const mostSteps = 100_000_000;
/** Steps compared between two looks whether somebody wants it to end. */
const portion = 20_000;

/** What `compare --json` prints: in what the first flow and its run differ from the second. */
export interface Comparison {
  readonly changes: readonly FlowChange[];
  /** Null when both runs are the same from beginning to end. */
  readonly firstDifference: FirstDifference | null;
  /** What matters most first; what is the same is left out. */
  readonly differences: readonly MetricDifference[];
}

export const compare: Command = {
  name: 'compare',
  operands: ['FLOW OTHER', 'FLOW'],
  counts: [1, 2],
  summary: 'say where two runs first differ, and all their figures',
  options: [...runOptions, jsonOption],
  async perform(given, io) {
    const isJson = given.hasFlag('json');
    const [own, other] = await readPair(given.operands, io, isJson);
    const flows = [turnedRun(own, given), turnedRun(other, given)] as const;
    const runs = flows.map((flow) => new Simulation(planFlow(flow, runningKinds)));
    for (const [index, run] of runs.entries()) {
      const outcome = await driveRun(run, { maxSteps: mostSteps }, io, undefined, `run ${index + 1} of 2`);
      if (outcome === 'cancelled') return exitCodes.cancelled;
    }
    const [mine, its] = runs.map((run) => reportOf(run, run.stepCount >= mostSteps ? 'steps' : null));
    if (mine === undefined || its === undefined) return exitCodes.bug;
    const found: Comparison = {
      changes: flowChanges(...flows, kinds),
      firstDifference: await findFirst(flows, mine.steps, io),
      differences: compareReports(mine, its).filter(({ relevance }) => relevance > 0),
    };
    // The comparison is plain data, which the type checker cannot know of interfaces.
    await io.output.write(
      isJson ? `${prettyJson(found as unknown as Json)}\n` : comparisonText(found, flows),
    );
    return found.firstDifference === null ? exitCodes.good : exitCodes.no;
  },
};

/** Two flows, or a flow and the branch that it is compared with. */
async function readPair(
  operands: readonly string[],
  io: Io,
  isJson: boolean,
): Promise<readonly [own: FlowDoc, other: FlowDoc]> {
  const [first = '', second] = operands;
  const own = await readFlow(first, io, isJson);
  if (second !== undefined) return [flowOf(own), flowOf(await readFlow(second, io, isJson))];
  const branch = comparedBranchOf(own);
  if (branch !== undefined) return [flowOf(own), branch.flow];
  throw usageFailure(`${first} holds no branch to compare with. Name another flow.`);
}

async function findFirst(
  [own, other]: readonly [FlowDoc, FlowDoc],
  lastStep: number,
  io: Io,
): Promise<FirstDifference | null> {
  const search = new DifferenceSearch(planFlow(own, runningKinds), planFlow(other, runningKinds));
  for (;;) {
    const found = search.advance(portion, lastStep, true);
    if (found.isComplete) return found.first;
    await io.pause();
  }
}
