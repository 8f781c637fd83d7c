import { assert } from '#engine/kernel/assert';
import { drop } from './drop';
import type { RefusalReaction } from './RefusalReaction';
import { retry } from './retry';
import { stop } from './stop';

/** Every reaction to a refusal; the order is that of the options of the setting. */
export const refusalReactions: readonly RefusalReaction[] = [drop, retry, stop];

/** The reaction that a setting names. */
export function reactionOf(id: RefusalReaction['id']): RefusalReaction {
  const found = refusalReactions.find((reaction) => reaction.id === id);
  assert(found !== undefined, 'Every reaction that a checked document names is in the list.');
  return found;
}
