import type { FaultType } from './FaultType';

/** Work that begins meanwhile takes a number of times as long, as on a busy or failing machine. */
export const slow: FaultType = { id: 'slow', acts: 'nodes', begin: 'slow', end: 'restore' };
