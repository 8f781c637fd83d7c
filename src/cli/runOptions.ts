import type { FlowDoc } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import type { CommandArguments } from './CommandArguments';
import type { CommandOption } from './Command';

/** What may be turned of a run without changing its document. */
export const runOptions: readonly CommandOption[] = [
  { name: 'seed', value: 'N', help: 'another seed than that of the flow' },
  {
    name: 'until',
    value: 'DURATION',
    help: 'another length than that of the flow; 0 runs until nothing is left',
  },
];

/** The document as the options turn it. */
export function turnedRun(doc: FlowDoc, given: CommandArguments): FlowDoc {
  return {
    ...doc,
    seed: given.wholeNumber('seed', 0, 0xffff_ffff) ?? doc.seed,
    untilMs: given.durationMs('until', limits.untilMs) ?? doc.untilMs,
  };
}
