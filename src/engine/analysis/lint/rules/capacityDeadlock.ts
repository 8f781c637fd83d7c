import type { LintRule } from '../LintRule';
import type { LintWire } from '../LintFlow';
import { waitingCycles } from '../waitingCycles';

/** Bounded queues wait for each other in a circle. */
export const capacityDeadlock = {
  code: 'capacity-deadlock',
  severity: 'warning',
  sentence:
    'The circle {names} can freeze: when every queue in it is full, each waits for room in the next. Give one of them no limit, or let it refuse.',
  find(flow) {
    return waitingCycles(flow, canBlock)
      .filter((cycle) => cycle.some(({ traits }) => traits.queue?.isSync === false))
      .map((cycle) => ({
        nodes: cycle.map(({ id }) => id),
        values: { names: cycle.map(({ name }) => name).join(' → ') },
        evidence: { status: 'stuck' },
      }));
  },
} as const satisfies LintRule;

/** Whether who sends over a wire can be held for want of room behind it. */
function canBlock({ from, to, isDeadLetter }: LintWire): boolean {
  if (isDeadLetter) return false;
  const { queue, work } = to.traits;
  if (queue !== undefined) {
    const isFull = queue.isSync || (queue.capacity < Infinity && queue.whenFull === 'block');
    return isFull && from.traits.work?.waits === true;
  }
  return work !== undefined && from.traits.queue !== undefined && to.facts.admits < Infinity;
}
