import type { FaultType } from './FaultType';

/** The process stands still, as in a long garbage collection or on a stopped machine, and loses nothing. */
export const pause: FaultType = { id: 'pause', acts: 'nodes', begin: 'pause', end: 'resume' };
