import type { Settings } from '#engine/model/fields';
import type { Beyond, LineMechanics, Mechanics } from '#engine/model/Mechanics';
import type { BusSettings } from './busFields';
import { partitionOfKey } from './partitionOf';

/** What a bus says of itself to whoever works out the long run. */
export function busMechanics(untyped: Settings): Mechanics {
  const settings = untyped as unknown as BusSettings; // The importer checked it against busFields.
  const { capacity, overflow, priorities } = settings;
  const how = howOf(settings);
  const isSync = how === 'inline' || how === 'call';
  const isAcknowledged = !isSync && settings.guarantee === 'atLeastOnce';
  const partitions = how === 'queue' ? settings.partitions : 1;
  return {
    line: {
      how,
      threads: how === 'loop' ? settings.dispatchers : 1,
      places: isSync || capacity === 0 ? Infinity : capacity,
      whenFull: overflow === 'reject' ? 'refuse' : overflow === 'deadLetter' ? 'dropNewest' : overflow,
      priorityOf:
        !isSync && settings.order === 'priority'
          ? (type) => priorities.find((one) => one.type === type)?.priority ?? 0
          : null,
      isByKey: !isSync && (settings.order === 'perKey' || settings.balancing === 'keyHash'),
      partitions,
      partitionOf: (key) => partitionOfKey(key, partitions),
      attempts: isAcknowledged ? settings.maxAttempts : 1,
      ahead: isAcknowledged && how === 'queue' ? settings.prefetch : 0,
    },
    ...(how === 'loop'
      ? {
          servers: {
            count: settings.dispatchers,
            settings: (count: number) => ({ dispatchers: Math.min(64, count) }),
          },
        }
      : {}),
    beyond: isSync ? [] : beyondOf(settings, isAcknowledged),
  };
}

function howOf({ delivery, reading, dispatch }: BusSettings): LineMechanics['how'] {
  if (delivery === 'sync') return reading === 'inline' ? 'inline' : 'call';
  return dispatch === 'loop' ? 'loop' : 'queue';
}

function beyondOf(settings: BusSettings, isAcknowledged: boolean): readonly Beyond[] {
  const when = (isUsed: boolean, setting: string, spoils: Beyond['spoils']): readonly Beyond[] =>
    isUsed ? [{ setting, spoils }] : [];
  const { delay } = settings;
  const isByPriority = settings.order === 'priority';
  return [
    ...when(settings.ttlMs > 0, 'ttlMs', 'waits'),
    ...when(settings.delayBy !== '', 'delayBy', 'assumed'),
    ...when(delay.law !== 'constant' || delay.mean > 0, 'delay', 'assumed'),
    ...when(isByPriority && settings.ageAfterMs > 0, 'ageAfterMs', 'waits'),
    ...when(isByPriority && settings.priorityBy !== '', 'priorityBy', 'waits'),
    ...when(settings.dedupWindowMs > 0, 'dedupWindowMs', 'assumed'),
    ...when(isAcknowledged && settings.ackTimeoutMs > 0, 'ackTimeoutMs', 'assumed'),
    ...when(isAcknowledged && settings.groupPrefetch > 0, 'groupPrefetch', 'assumed'),
  ];
}
