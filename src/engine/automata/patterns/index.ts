import { alternation } from './alternation';
import { chains } from './chains';
import { negation } from './negation';
import { occurrence } from './occurrence';
import { relation } from './relation';
import type { Pattern } from './Pattern';

/** Every pattern. Links name them by place: the list only grows at its end. */
export const patterns: readonly Pattern[] = [
  ...occurrence,
  ...relation,
  ...alternation,
  ...negation,
  ...chains,
];
