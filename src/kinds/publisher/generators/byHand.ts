import type { Generator } from './Generator';

/** Nothing comes by itself; a person publishes. */
export const byHand: Generator = { id: 'byHand', nextUs: () => Infinity };
