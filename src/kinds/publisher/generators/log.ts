import { compilePayload } from '../payload';
import type { Generator } from './Generator';
import { listedUs, nextListedUs, sortedByTime } from './listed';

const noData = compilePayload(null);

/** Real events with their recorded times, as many times faster as is wanted. */
export const log: Generator = {
  id: 'log',
  list: (settings, typeOf) =>
    sortedByTime(
      settings.log.events.map(([atMs, type, key]) => ({
        atUs: listedUs(settings, atMs),
        type: typeOf(type),
        key,
        payload: noData,
      })),
    ),
  nextUs: nextListedUs,
};
