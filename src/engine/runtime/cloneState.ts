/**
 * A deep copy of plain JSON data. Frozen objects (events, settings) are shared: they cannot change, and most
 * of a state is events.
 */
export function cloneState<T>(value: T): T {
  // Arrays and objects are rebuilt with the same shape, so the type is kept.
  return cloneValue(value) as T;
}

function cloneValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return value.map(cloneValue);
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = cloneValue(inner);
  return copy;
}
