import { usualRuns, type RunSettings } from '#engine/analysis/predict/simulateFigures';
import type { CommandOption } from './Command';
import type { CommandArguments } from './CommandArguments';

/** How a flow is run to compare with what is predicted. */
export const simulationOptions: readonly CommandOption[] = [
  { name: 'runs', value: 'N', help: `so many runs, with seeds counted on; ${usualRuns.runs} if not said` },
  {
    name: 'steps',
    value: 'N',
    help: `break a run off after so many steps; ${usualRuns.maxSteps} if not said`,
  },
];

/** What these options say; with 0 runs null. */
export function readRunSettings(given: CommandArguments): RunSettings | null {
  const runs = given.wholeNumber('runs', 0, 1000) ?? usualRuns.runs;
  return runs === 0 ? null : { runs, maxSteps: given.wholeNumber('steps', 1, 1e10) ?? usualRuns.maxSteps };
}
