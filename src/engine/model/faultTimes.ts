import type { FaultSettings } from './faultFields';

/** When a fault happens, in microseconds. */
export interface FaultTimes {
  readonly atUs: number;
  /** 0 stands for ever. */
  readonly forUs: number;
  /** From one beginning to the next; 0 for once. A beginning that would come before the end is passed over. */
  readonly everyUs: number;
}

export function faultTimes({ atMs, forMs, everyMs }: FaultSettings): FaultTimes {
  const forUs = Math.round(forMs * 1000);
  const everyUs = Math.round(everyMs * 1000);
  return {
    atUs: Math.round(atMs * 1000),
    forUs,
    everyUs: everyUs === 0 || forUs === 0 ? 0 : everyUs * Math.ceil(forUs / everyUs),
  };
}
