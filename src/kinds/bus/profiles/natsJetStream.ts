import type { Profile } from './Profile';

/**
 * A NATS stream with the defaults of its consumers (docs.nats.io, "Consumers" and "Streams"): AckWait 30 s,
 * MaxAckPending 1,000, duplicate window 2 min, DiscardOld. MaxDeliver has no limit there; here the largest number stands
 * for it.
 */
export const natsJetStream: Profile = {
  id: 'natsJetStream',
  settings: {
    groups: 'named',
    dialect: 'nats',
    overflow: 'dropOldest',
    guarantee: 'atLeastOnce',
    ackTimeoutMs: 30_000,
    maxAttempts: 100,
    balancing: 'random',
    groupPrefetch: 1_000,
    dedupWindowMs: 120_000,
    retention: 'all',
  },
};
