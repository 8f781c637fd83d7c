import type { StateForm } from '#engine/model/StateForm';
import type { PublisherPlan } from './PublisherState';

/** What of the state of a publisher decides what it does next: see `StateForm`. */
export const publisherForm: StateForm<PublisherPlan> = {
  statistics: ['emitted', 'refused', 'timedOut', 'retries', 'givenUp', 'tries', 'answered', 'failed'],
  innerStatistics: [],
  orders: [],
  // Without an end and with nothing that counts, it does not matter how many there were.
  omitsOf: ({ count, listed, payload, mixTypes, settings }) =>
    count === Infinity &&
    listed === null &&
    payload.isConstant &&
    settings.keyChoice !== 'sequence' &&
    (settings.mixOrder === 'weighted' || mixTypes.length < 2)
      ? ['progress.made']
      : [],
  readsClock: ({ settings }) => settings.generation === 'onOff',
  readsKeys: () => false,
  // Whether an event is made before or after a caller is free again: it is published then, and in the same order.
  commutes: (plan) =>
    !plan.waits || (plan.timeoutUs === 0 && plan.reaction.id === 'drop') ? 'timers' : null,
};
