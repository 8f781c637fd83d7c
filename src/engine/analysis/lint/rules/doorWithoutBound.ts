import type { LintNode } from '../LintFlow';
import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** A full queue holds what comes at its door, and nobody who publishes into it waits there. */
export const doorWithoutBound = {
  code: 'door-without-bound',
  severity: 'hint',
  sentence:
    '“{bus}” takes {capacity} and makes publishers wait when it is full, but {names} publish without waiting for an answer: what finds no room piles up at its door without a limit. Let them wait, or let “{bus}” refuse or drop.',
  find(flow) {
    return flow.nodes.flatMap((bus) => {
      const { queue } = bus.traits;
      if (queue === undefined || queue.isSync || queue.capacity === Infinity) return [];
      const wires = bus.ins.filter(({ isDeadLetter }) => !isDeadLetter);
      const senders = [...new Set(wires.map(({ from }) => from))];
      if (queue.whenFull !== 'block' || senders.length === 0 || senders.some(waits)) return [];
      return [
        {
          nodes: [bus.id, ...senders.map(({ id }) => id)],
          wires: wires.map(({ id }) => id),
          values: {
            bus: bus.name,
            capacity: queue.capacity,
            names: senders.map(({ name }) => `“${name}”`).join(', '),
          },
          remedies: senders.flatMap((sender) => mendOf(sender, 'waitForAnswers')),
        },
      ];
    });
  },
} as const satisfies LintRule;

const waits = ({ traits }: LintNode): boolean => traits.source?.waits ?? traits.work?.waits ?? false;
