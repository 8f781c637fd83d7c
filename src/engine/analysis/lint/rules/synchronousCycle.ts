import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';
import type { LintWire } from '../LintFlow';
import { waitingCycles } from '../waitingCycles';

/** Callers wait for each other in a circle. */
export const synchronousCycle = {
  code: 'synchronous-cycle',
  severity: 'warning',
  sentence:
    'A synchronous call comes back to who made it: {names}. Each waits for the next, and nobody answers. Put a queue between two of them.',
  find(flow) {
    return waitingCycles(flow, isHeldBy).map((cycle) => ({
      nodes: cycle.map(({ id }) => id),
      values: { names: cycle.map(({ name }) => name).join(' → ') },
      remedies: cycle
        .filter(({ traits }) => traits.queue?.isSync === true)
        .slice(0, 1)
        .flatMap((node) => mendOf(node, 'queueBetween')),
      evidence: { fact: 'synchronous-cycle' },
    }));
  },
} as const satisfies LintRule;

/** Whether who sends over a wire is held until who receives has done its work. */
function isHeldBy({ from, to, port }: LintWire): boolean {
  if (!to.facts.holdsCaller || port.carries === 'access') return false;
  return from.traits.work?.waits === true || from.facts.holdsCaller;
}
