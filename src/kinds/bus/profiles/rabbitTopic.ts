import type { Profile } from './Profile';

/** A topic exchange of RabbitMQ with a classic queue for every group that is named on the wires; see `rabbitQueue`. */
export const rabbitTopic: Profile = {
  id: 'rabbitTopic',
  settings: {
    groups: 'named',
    dialect: 'amqp',
    overflow: 'dropOldest',
    guarantee: 'atLeastOnce',
    ackTimeoutMs: 1_800_000,
    maxAttempts: 100,
    prefetch: 100,
    requeueTo: 'old',
  },
};
