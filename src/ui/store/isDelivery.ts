import type { TraceEntry } from '#engine/runtime/Trace';

/**
 * Whether something arrives somewhere in a step, or befalls a node: what one looks at who steps from event to event. The
 * work on it, its acknowledgement and timers are passed over. The rule `arrival` of the engine means the same.
 */
export function isDelivery({ kind, name }: Pick<TraceEntry, 'kind' | 'name'>): boolean {
  if (kind === 'fault') return true;
  const isArrival = kind === 'publish' || kind === 'deliver' || kind === 'access';
  return isArrival && name !== 'drop' && name !== 'duplicate';
}
