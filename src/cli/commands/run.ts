import { intervalsOfRun, Replications, type FigureInterval } from '#engine/analysis/figureIntervals';
import { RunWindows } from '#engine/analysis/RunWindows';
import { usualConfidence } from '#engine/analysis/statistics/MeanInterval';
import { prettyJson } from '#engine/interop/prettyJson';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import { advance } from '#engine/runtime/advance';
import { planFlow } from '#engine/runtime/FlowPlan';
import { reportOf } from '#engine/runtime/report';
import type { RunReport } from '#engine/runtime/RunReport';
import { Simulation } from '#engine/runtime/Simulation';
import { semanticsVersion } from '#engine/share/semanticsVersion';
import { runningKinds } from '#kinds/runningKinds';
import { usageFailure } from '../CliFailure';
import { jsonOption, type Command } from '../Command';
import type { CommandArguments } from '../CommandArguments';
import { driveRun, type Ends } from '../driveRun';
import { exitCodes, type ExitCode } from '../exitCodes';
import type { Io } from '../Io';
import { readFlow } from '../readFlow';
import { runOptions, turnedRun } from '../runOptions';
import { replicationsText, runText } from '../runText';
import { TraceFile } from '../TraceFile';

const usualSteps = 100_000_000;

/** What `run --json` prints. */
interface RunOutput {
  /** The version of the rules that the flow ran by. */
  readonly semantics: number;
  /** Of the only run, or of the first of several. */
  readonly report: RunReport;
  /** The runs, when there are several. */
  readonly replications?: readonly Pick<
    RunReport,
    'seed' | 'status' | 'timeUs' | 'steps' | 'eventsPublished' | 'hash'
  >[];
  readonly intervals: {
    readonly method: 'batch-means' | 'replications';
    readonly confidence: number;
    readonly figures: readonly FigureInterval[];
  };
}

export const run: Command = {
  name: 'run',
  operands: ['FLOW'],
  counts: [1],
  summary: 'run a flow and print what was measured',
  options: [
    ...runOptions,
    { name: 'events', value: 'N', help: 'end when so many events have been made' },
    {
      name: 'steps',
      value: 'N',
      help: `end after so many steps, with exit code 3; ${usualSteps} if not said`,
    },
    { name: 'replications', value: 'N', help: 'run N times with seeds counted on from the first' },
    { name: 'trace', value: 'FILE', help: 'write every step to a file, as lines of JSON' },
    jsonOption,
  ],
  async perform(given, io) {
    const doc = turnedRun(await readFlow(given.operand(0), io, given.hasFlag('json')), given);
    const maxEvents = given.wholeNumber('events', 1, 1e12);
    const ends = {
      maxSteps: given.wholeNumber('steps', 1, 1e12) ?? usualSteps,
      ...(maxEvents === null ? {} : { maxEvents }),
    };
    const replications = given.wholeNumber('replications', 1, 10_000) ?? 1;
    if (replications > 1) return replicate(doc, replications, ends, given, io);
    return runOnce(doc, ends, given, io);
  },
};

async function runOnce(doc: FlowDoc, ends: Ends, given: CommandArguments, io: Io): Promise<ExitCode> {
  const simulation = new Simulation(planFlow(doc, runningKinds));
  const windows = new RunWindows(simulation);
  const path = given.text('trace');
  const trace = path === null ? null : await TraceFile.open(path, simulation, io);
  const outcome = await driveRun(simulation, ends, io, {
    advance: (goal) => {
      if (trace === null) return advance(simulation, goal, windows);
      const isLeft = trace.step();
      if (isLeft && simulation.nowUs >= windows.dueUs) windows.note();
      return isLeft;
    },
    rest: async () => trace?.flush(),
  });
  await trace?.close();
  const report = reportOf(simulation, outcome === 'rest' ? null : outcome);
  const figures = intervalsOfRun(windows);
  const output = outputOf(report, 'batch-means', figures);
  await io.output.write(given.hasFlag('json') ? jsonOf(output) : runText(report, figures));
  return exitCodeOf([report]);
}

/** Independent runs; the n-th has the seed of the flow plus n, from 0. */
async function replicate(
  doc: FlowDoc,
  count: number,
  ends: Ends,
  given: CommandArguments,
  io: Io,
): Promise<ExitCode> {
  if (given.text('trace') !== null) {
    throw usageFailure('--trace records one run; leave out --replications.');
  }
  const replications = new Replications();
  const reports: RunReport[] = [];
  for (let turn = 0; turn < count && reports.at(-1)?.status !== 'cancelled'; turn += 1) {
    const simulation = new Simulation(planFlow({ ...doc, seed: (doc.seed + turn) >>> 0 }, runningKinds));
    const outcome = await driveRun(simulation, ends, io, undefined, `run ${turn + 1} of ${count}`);
    const report = reportOf(simulation, outcome === 'rest' ? null : outcome);
    reports.push(report);
    // A run that was broken off has another length than the others.
    if (report.status !== 'cancelled') replications.add(simulation);
  }
  const [first] = reports;
  if (first === undefined) return exitCodes.good;
  const runs = reports.map(({ seed, status, timeUs, steps, eventsPublished, hash }) => {
    return { seed, status, timeUs, steps, eventsPublished, hash };
  });
  const figures = replications.intervals();
  const output = { ...outputOf(first, 'replications', figures), replications: runs };
  await io.output.write(given.hasFlag('json') ? jsonOf(output) : replicationsText(reports, figures));
  return exitCodeOf(reports);
}

function outputOf(
  report: RunReport,
  method: RunOutput['intervals']['method'],
  figures: readonly FigureInterval[],
): RunOutput {
  return {
    semantics: semanticsVersion,
    report,
    intervals: { method, confidence: usualConfidence, figures },
  };
}

function jsonOf(output: RunOutput): string {
  // Reports are plain data, which the type checker cannot know of interfaces.
  return `${prettyJson(output as unknown as Json)}\n`;
}

function exitCodeOf(reports: readonly RunReport[]): ExitCode {
  if (reports.some(({ status }) => status === 'cancelled')) return exitCodes.cancelled;
  const isStopped = reports.some(({ status }) => status === 'stuck' || status === 'limit');
  return isStopped ? exitCodes.stopped : exitCodes.good;
}
