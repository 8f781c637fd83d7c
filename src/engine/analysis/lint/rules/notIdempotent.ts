import { canFail } from '../canFail';
import type { LintFlow, LintWire } from '../LintFlow';
import type { LintRule } from '../LintRule';
import { longestMean } from '../longestMean';
import { mendOf } from '../mendOf';

/** What is delivered twice is done twice. */
export const notIdempotent = {
  code: 'not-idempotent',
  severity: 'warning',
  sentence:
    '“{bus}” may deliver an event more than once, and “{node}” counts or appends each time. Let it remember what it has done, or write so that a second time changes nothing.',
  find(flow) {
    return flow.wires.flatMap((wire) => {
      const { work } = wire.to.traits;
      const isRepeated = isDuplicated(wire) || mayComeAgain(flow, wire);
      if (
        work === undefined ||
        !isRepeated ||
        work.remembersMs > 0 ||
        work.writes.every((write) => write.isRepeatable)
      )
        return [];
      return [
        {
          nodes: [wire.to.id],
          wires: [wire.id],
          values: { bus: wire.from.name, node: wire.to.name },
          remedies: mendOf(wire.to, 'lengthenMemory', 600_000),
          evidence: { fact: 'redelivered' },
        },
      ];
    });
  },
} as const satisfies LintRule;

const isDuplicated = ({ wire }: LintWire) => isSome(wire.settings['duplication']);

/** Whether there is a reason for which a copy would be delivered again. */
function mayComeAgain(flow: LintFlow, { from, to, wire }: LintWire): boolean {
  const { queue } = from.traits;
  if (queue === undefined || queue.attempts < 2) return false;
  const isLost = isSome(wire.settings['loss']) || isSome(wire.settings['ackLoss']);
  const isLate = queue.ackTimeoutMs <= longestMean(flow, to);
  return (
    isLost ||
    isLate ||
    flow.doc.faults.length > 0 ||
    (to.traits.work !== undefined && canFail(to.traits.work))
  );
}

const isSome = (share: unknown) => typeof share === 'number' && share > 0;
