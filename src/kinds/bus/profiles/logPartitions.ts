import type { Profile } from './Profile';

/**
 * A partitioned log as Apache Kafka keeps it (kafka.apache.org, "Design"): retained, consumer groups that read on from
 * where they are, and partitions that belong to one consumer each and keep their order.
 */
export const logPartitions: Profile = {
  id: 'logPartitions',
  settings: {
    groups: 'named',
    overflow: 'dropOldest',
    guarantee: 'atLeastOnce',
    ackTimeoutMs: 0,
    maxAttempts: 100,
    retention: 'all',
    partitions: 6,
  },
};
