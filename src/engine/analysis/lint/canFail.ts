import type { WorkTraits } from '#engine/model/Traits';

/** Whether an attempt can fail at all, by the settings of the node itself. */
export function canFail({ failure, hasPoison, timeoutMs, breaks }: WorkTraits): boolean {
  return failure > 0 || hasPoison || timeoutMs < Infinity || breaks > 0;
}
