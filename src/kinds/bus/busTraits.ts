import type { Settings } from '#engine/model/fields';
import type { Mends, QueueTraits, Traits } from '#engine/model/Traits';
import type { BusSettings } from './busFields';
import { groupName } from './groupName';

/** What a bus says of itself to whoever judges a flow without running it. */
export function busTraits(untyped: Settings): Traits {
  const settings = untyped as unknown as BusSettings; // The importer checked it against busFields.
  const isSync = settings.delivery === 'sync';
  const isAcknowledged = !isSync && settings.guarantee === 'atLeastOnce';
  const partitions = settings.dispatch === 'independent' ? settings.partitions : 1;
  return {
    queue: {
      isForDeadLetters: settings.purpose === 'deadLetters',
      keepsUnrouted: settings.unrouted === 'keep',
      isSync,
      dialect: settings.dialect,
      capacity: settings.capacity === 0 || isSync ? Infinity : settings.capacity,
      whenFull: whenFull(settings),
      isOrderedByKey:
        isSync || settings.order === 'perKey' || settings.balancing === 'keyHash' || partitions > 1,
      isByPriority: !isSync && settings.order === 'priority',
      ages: settings.ageAfterMs > 0,
      partitions,
      attempts: isAcknowledged ? settings.maxAttempts : 1,
      ackTimeoutMs: isAcknowledged && settings.ackTimeoutMs > 0 ? settings.ackTimeoutMs : Infinity,
      acknowledgesEarly: isAcknowledged && settings.ackOn === 'accept',
      pauseMs: settings.redeliveryDelayMs,
      ttlMs: !isSync && settings.ttlMs > 0 ? settings.ttlMs : Infinity,
      groupOf: (wire) => groupName(wire, settings),
    },
  };
}

/** How a bus is mended. */
export const busMends: Mends = {
  addPartitions: (_, count) => ({ partitions: Math.min(64, count) }),
  age: (_, ms) => ({ ageAfterMs: ms }),
  backOff: (_, ms) => ({ redelivery: 'exponential', redeliveryDelayMs: ms }),
  keepUnrouted: () => ({ unrouted: 'keep' }),
  lengthenAckTimeout: (_, ms) => ({ ackTimeoutMs: ms }),
  limitAttempts: (_, attempts) => ({ maxAttempts: attempts }),
  orderByKey: () => ({ order: 'perKey' }),
  queueBetween: () => ({ delivery: 'async' }),
  acknowledgeLate: () => ({ ackOn: 'completion' }),
};

function whenFull({ overflow }: BusSettings): QueueTraits['whenFull'] {
  if (overflow === 'block') return 'block';
  return overflow === 'reject' ? 'refuse' : 'lose';
}
