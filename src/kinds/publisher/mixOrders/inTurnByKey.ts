import { inTurn } from './inTurn';
import type { MixOrder } from './MixOrder';

/** Every key goes through the rows in turn by itself, as an order is placed, paid and shipped. */
export const inTurnByKey: MixOrder = { id: 'inTurnByKey', isByKey: true, plan: inTurn.plan };
