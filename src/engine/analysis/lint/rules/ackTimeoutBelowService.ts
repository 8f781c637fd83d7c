import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';
import { longestMean } from '../longestMean';

/** An event is delivered again while it is still being worked on. */
export const ackTimeoutBelowService = {
  code: 'ack-timeout-below-service',
  severity: 'warning',
  sentence:
    '“{bus}” waits {timeout} ms for the answer of “{node}”, which works for {service} ms: events come again while they are being worked on. Wait longer.',
  find(flow) {
    return flow.wires.flatMap((wire) => {
      const { queue } = wire.from.traits;
      const { work } = wire.to.traits;
      if (queue === undefined || work === undefined || queue.acknowledgesEarly) return [];
      const serviceMs = longestMean(flow, wire.to);
      if (queue.ackTimeoutMs > serviceMs) return [];
      return [
        {
          nodes: [wire.from.id, wire.to.id],
          wires: [wire.id],
          values: {
            bus: wire.from.name,
            node: wire.to.name,
            timeout: queue.ackTimeoutMs,
            service: Math.round(serviceMs),
          },
          remedies: mendOf(wire.from, 'lengthenAckTimeout', Math.ceil(serviceMs * 3)),
          evidence: { fact: 'redelivered', node: wire.from.id },
        },
      ];
    });
  },
} as const satisfies LintRule;
