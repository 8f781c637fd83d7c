import { compilePayload } from '../payload';
import type { Generator } from './Generator';
import { listedUs, nextListedUs, sortedByTime } from './listed';

/** Events at exact times, written by hand. */
export const script: Generator = {
  id: 'script',
  list: (settings, typeOf) =>
    sortedByTime(
      settings.script.map((line) => ({
        atUs: listedUs(settings, line.atMs),
        type: typeOf(line.type),
        key: line.key,
        payload: compilePayload(line.data),
      })),
    ),
  nextUs: nextListedUs,
};
