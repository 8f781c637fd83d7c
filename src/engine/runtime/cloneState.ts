import { FlowEventRecord } from './FlowEventRecord';

/** Counts what is copied: entries of lists and objects. */
export interface Tally {
  entries: number;
}

/**
 * A deep copy of plain JSON data. Events and frozen objects (settings) are shared: they cannot change, and most of
 * a state is events.
 */
export function cloneState<T>(value: T, tally: Tally = { entries: 0 }): T {
  // Arrays and objects are rebuilt with the same shape, so the type is kept.
  return cloneValue(value, tally) as T;
}

function cloneValue(value: unknown, tally: Tally): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof FlowEventRecord || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) {
    tally.entries += value.length;
    return value.map((item) => cloneValue(item, tally));
  }
  const copy: Record<string, unknown> = {};
  for (const key in value) {
    copy[key] = cloneValue((value as Record<string, unknown>)[key], tally); // Plain data, see above.
    tally.entries += 1;
  }
  return copy;
}
