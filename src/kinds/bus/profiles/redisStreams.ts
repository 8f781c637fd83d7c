import type { Profile } from './Profile';

/**
 * A stream of Redis with consumer groups (redis.io, "Redis Streams"): kept until trimmed, pending until acknowledged,
 * and claimed by another consumer after a time that the application chooses; 60 s here.
 */
export const redisStreams: Profile = {
  id: 'redisStreams',
  settings: {
    groups: 'named',
    overflow: 'dropOldest',
    guarantee: 'atLeastOnce',
    ackTimeoutMs: 60_000,
    maxAttempts: 100,
    retention: 'all',
  },
};
