import { FlowEventRecord } from './FlowEventRecord';

/**
 * A deep copy of plain JSON data. Events and frozen objects (settings) are shared: they cannot change, and most of
 * a state is events.
 */
export function cloneState<T>(value: T): T {
  // Arrays and objects are rebuilt with the same shape, so the type is kept.
  return cloneValue(value) as T;
}

function cloneValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof FlowEventRecord || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return value.map(cloneValue);
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = cloneValue((value as Record<string, unknown>)[key]); // Plain data, see above.
  return copy;
}
