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
  commutes: (plan) => (isOneLineEach(plan) ? 'own' : null),
  readsKeys: ({ settings, order, partitions, dedupWindowUs, watch }) =>
    watch?.protocols.some(({ isPerKey }) => isPerKey) === true ||
    order.keepsKeys ||
    partitions > 1 ||
    settings.balancing === 'keyHash' ||
    (dedupWindowUs > 0 && settings.dedupBy === 'key'),
};

/**
 * Where each group has one line and one consumer before whom it stands, and nobody is turned away for want of room, it
 * makes no difference whether an answer of the consumer comes before or after another event: what is at the head goes out,
 * what is new comes to the tail, or stands at the door behind those that stand there.
 */
function isOneLineEach(plan: BusPlan): boolean {
  const { settings, groups, capacity } = plan;
  const isPlain = !plan.isLoop && !plan.isTimed && plan.partitions === 1 && plan.ttlUs === Infinity;
  const forgets = plan.dedupWindowUs === 0 && plan.retainedAtMost === 0 && plan.watch === null;
  return (
    settings.delivery === 'async' &&
    settings.order === 'fifo' &&
    !plan.isAcknowledged &&
    isPlain &&
    forgets &&
    plan.filters === null &&
    (capacity === Infinity || settings.overflow === 'block') &&
    groups.every(({ members }) => members.length === 1 && members[0]?.subscribeAtUs === 0)
  );
}
