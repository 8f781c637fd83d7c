import type { Profile } from './Profile';

/**
 * A classic queue of RabbitMQ with competing consumers (rabbitmq.com, "Consumers", "Queue Length Limit", "Consumer
 * Prefetch"): round robin, delivery acknowledgement time-out 30 min, drop-head, requeued to the original position. The
 * prefetch is the one that the documentation recommends from; without any, a consumer is sent everything.
 */
export const rabbitQueue: Profile = {
  id: 'rabbitQueue',
  settings: {
    groups: 'one',
    dialect: 'amqp',
    overflow: 'dropOldest',
    guarantee: 'atLeastOnce',
    ackTimeoutMs: 1_800_000,
    maxAttempts: 100,
    prefetch: 100,
    requeueTo: 'old',
  },
};
