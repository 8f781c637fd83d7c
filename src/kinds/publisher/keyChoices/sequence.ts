import type { KeyChoice } from './KeyChoice';

/** 1, 2, 3 and so on: every event has a key of its own, as orders have. */
export const sequence: KeyChoice = { id: 'sequence', plan: () => (made) => made };
