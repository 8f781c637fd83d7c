import type { Mark } from './Mark';

/** What hurts, what only holds up, and what is neither. */
export function markTone({ what }: Pick<Mark, 'what'>): 'plain' | 'warn' | 'danger' {
  if (['crash', 'partition', 'lose', 'drop'].includes(what)) return 'danger';
  return ['pause', 'slow', 'delay', 'duplicate'].includes(what) ? 'warn' : 'plain';
}
