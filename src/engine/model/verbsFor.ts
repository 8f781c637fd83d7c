import type { FaultType } from './faults/FaultType';
import type { NodeKind } from './NodeKind';

/** By which verbs a fault begins and ends for a node of this kind; null when it cannot befall such a node. */
export function verbsFor(
  type: FaultType,
  kind: NodeKind | undefined,
): { readonly begin: string; readonly end: string } | null {
  if (type.acts === 'wires' || kind === undefined) return null;
  if (kind.faults.includes(type.begin)) return type;
  const { instead } = type;
  return instead !== undefined && kind.faults.includes(instead.begin) ? instead : null;
}
