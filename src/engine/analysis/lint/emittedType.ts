import type { EventType } from '#engine/model/FlowDoc';
import type { EmitTraits } from '#engine/model/Traits';

/** The place of the event type that is emitted; `own` where it is that of the event at hand, and −1 for none of the flow. */
export function emittedType(
  { type, isByName }: EmitTraits,
  types: readonly EventType[],
  own: number,
): number {
  if (type === null) return own;
  return types.findIndex(({ id, name }) => (isByName ? name : id) === type);
}
