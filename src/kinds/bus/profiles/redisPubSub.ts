import type { Profile } from './Profile';

/**
 * PUBLISH and SUBSCRIBE of Redis (redis.io, "Redis Pub/Sub"): at most once, to every subscriber that is connected, and
 * one that is too slow misses messages.
 */
export const redisPubSub: Profile = {
  id: 'redisPubSub',
  settings: {
    overflow: 'dropNewest',
  },
};
