import { planFlow } from '#engine/runtime/FlowPlan';
import { mostSteps } from '#engine/runtime/Run';
import { Simulation } from '#engine/runtime/Simulation';
import { runningKinds } from '#kinds/runningKinds';
import { jsonOption, type Command } from '../Command';
import { driveRun } from '../driveRun';
import { exitCodes } from '../exitCodes';
import { readFlow } from '../readFlow';
import { runOptions, turnedRun } from '../runOptions';

export const hash: Command = {
  name: 'hash',
  operands: ['FLOW'],
  counts: [1],
  summary: 'print the trace hash of a run, which the page shows too',
  options: [
    { name: 'at', value: 'STEP', help: 'after so many steps instead of at the end' },
    ...runOptions,
    { name: 'expect', value: 'HASH', help: 'compare with this hash, or its first digits' },
    jsonOption,
  ],
  async perform(given, io) {
    const isJson = given.hasFlag('json');
    const doc = await readFlow(given.operand(0), io, isJson);
    const simulation = new Simulation(planFlow(turnedRun(doc, given), runningKinds));
    const at = given.wholeNumber('at', 0, mostSteps);
    const outcome = await driveRun(simulation, { maxSteps: at ?? mostSteps }, io);
    const found = {
      hash: simulation.hash.digest(),
      step: simulation.stepCount,
      timeUs: simulation.nowUs,
    };
    await io.output.write(isJson ? `${JSON.stringify(found)}\n` : `${found.hash}\n`);
    if (outcome === 'cancelled') return exitCodes.cancelled;
    const doubt = doubtOf(found, at, given.text('expect'));
    if (doubt !== null) await io.errors.write(`${doubt}\n`);
    return doubt === null ? exitCodes.good : exitCodes.no;
  },
};

/** Why the hash is not the one that was asked for, or null when it is. */
function doubtOf(
  found: { readonly hash: string; readonly step: number },
  at: number | null,
  expected: string | null,
): string | null {
  if (at !== null && found.step < at) return `the run ends at step ${found.step}, before step ${at}`;
  if (expected === null || isSame(found.hash, expected)) return null;
  return `the hash is ${found.hash}, and ${expected === '' ? 'none' : expected} was expected`;
}

function isSame(found: string, expected: string): boolean {
  return expected !== '' && found.startsWith(expected.toLowerCase());
}
