import type { StateForm } from '#engine/model/StateForm';
import type { BusPlan } from './BusState';

/** What of the state of a bus decides what it does next: see `StateForm`. */
export const busForm: StateForm<BusPlan> = {
  statistics: ['accepted', 'refused', 'unrouted', 'keptOut'],
  innerStatistics: ['ledger'],
  orders: [
    { fields: ['rank'], highest: ['highestRank'], lowest: ['lowestRank'], above: -Infinity },
    { fields: ['walk', 'id'], highest: ['walkCount'], lowest: [], above: 0 },
  ],
  readsClock: (plan) => plan.isTimed || plan.ttlUs < Infinity || plan.ageAfterUs < Infinity,
  hasWindow: (plan) => plan.dedupWindowUs > 0,
  readsKeys: ({ settings, order, partitions, dedupWindowUs, watch }) =>
    watch?.protocols.some(({ isPerKey }) => isPerKey) === true ||
    order.keepsKeys ||
    partitions > 1 ||
    settings.balancing === 'keyHash' ||
    (dedupWindowUs > 0 && settings.dedupBy === 'key'),
};
