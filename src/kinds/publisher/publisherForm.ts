import type { StateForm } from '#engine/model/StateForm';
import type { PublisherPlan } from './PublisherState';

/** What of the state of a publisher decides what it does next: see `StateForm`. */
export const publisherForm: StateForm<PublisherPlan> = {
  statistics: ['emitted', 'refused', 'timedOut', 'retries', 'givenUp'],
  innerStatistics: [],
  orders: [],
  readsClock: ({ settings }) => settings.generation === 'onOff',
  readsKeys: () => false,
};
