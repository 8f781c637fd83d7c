import type { CallStack } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { Work } from './HandlerState';

/** The call stack below which a piece of work calls others. */
export function callStack(work: Work, context: Context): CallStack {
  return [...work.held.stack, context.setup.index];
}
