import type { Json } from '#engine/model/Json';
import type { Context } from '#engine/model/NodeKind';
import type { PlannedAction, Work } from './HandlerState';

/** The key that an action is about; undefined when its expression failed. */
export function keyOf(
  { action, keyBy }: PlannedAction,
  work: Work,
  context: Context,
  data?: Json,
): string | undefined {
  if (action.key === 'expression' && keyBy !== null) return keyBy(work, context, data);
  return action.key === 'fixed' ? action.fixedKey : work.held.event.subject;
}
