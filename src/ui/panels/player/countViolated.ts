import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Frame } from '#engine/runtime/Trace';
import { faces } from '#kinds/faces';

/** How many protocols of a flow are broken in a picture of its run. */
export function countViolated(frame: Frame | null, doc: FlowDoc): number {
  if (frame === null || (frame.facts['protocol-violated'] ?? 0) === 0) return 0;
  const monitors = frame.nodes.flatMap(
    ({ view }, node) => faces[doc.nodes[node]?.kind ?? '']?.monitors?.(view)?.protocols ?? [],
  );
  return monitors.filter(({ first }) => first !== null).length;
}
