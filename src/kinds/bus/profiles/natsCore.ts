import type { Profile } from './Profile';

/**
 * NATS without streams (docs.nats.io, "Core NATS"): at most once, queue groups served at random, and a consumer that
 * is too slow misses messages.
 */
export const natsCore: Profile = {
  id: 'natsCore',
  settings: {
    groups: 'named',
    dialect: 'nats',
    overflow: 'dropNewest',
    balancing: 'random',
  },
};
