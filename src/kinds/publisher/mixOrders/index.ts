import { assert } from '#engine/kernel/assert';
import { inTurn } from './inTurn';
import { inTurnByKey } from './inTurnByKey';
import type { MixOrder } from './MixOrder';
import { weighted } from './weighted';

/** Every way to go through the event mix; the order is that of the options of the setting. */
export const mixOrders: readonly MixOrder[] = [weighted, inTurn, inTurnByKey];

/** The order that a setting names. */
export function mixOrderOf(id: MixOrder['id']): MixOrder {
  const found = mixOrders.find((order) => order.id === id);
  assert(found !== undefined, 'Every order of the mix that a checked document names is in the list.');
  return found;
}
