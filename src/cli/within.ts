import type { Bounded } from '#engine/automata/Bounded';
import { createProblem } from '#engine/model/createProblem';
import { CliFailure } from './CliFailure';
import { exitCodes } from './exitCodes';

/** The value, or the end of the command with the limit that was reached. */
export function within<T>(result: Bounded<T>): T {
  if (result.ok) return result.value;
  const { limit, max } = result;
  throw new CliFailure(exitCodes.stopped, [createProblem('automaton-too-large', [], { limit, max })]);
}
