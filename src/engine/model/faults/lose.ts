import type { FaultType } from './FaultType';

/** Messages between two sides are lost on the way, as in a network that drops packets; answers come through. */
export const lose: FaultType = { id: 'lose', acts: 'wires', does: 'lose', begin: 'lose', end: 'carry' };
