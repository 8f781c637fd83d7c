import type { LintRule } from '../LintRule';
import { canFail } from '../canFail';
import { deadLettersFor } from '../deadLettersFor';

/** What is given up goes nowhere. */
export const givenUpAndLost = {
  code: 'given-up-and-lost',
  severity: 'warning',
  sentence:
    '“{node}” gives up on an event after its last attempt, and nobody keeps it. Wire its dead letters to a box that does.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const { work } = node.traits;
      if (work === undefined || !canFail(work)) return [];
      // Where a bus tries again, the bus has the last word, and where a caller waits, the caller.
      const givers = node.ins.map(({ from }) => from).filter(({ traits }) => traits.queue?.isSync === false);
      const losers = givers.map((bus) => ((bus.traits.queue?.attempts ?? 1) > 1 ? bus : node));
      return [...new Set(losers)]
        .filter(({ outs }) => !outs.some((wire) => wire.isDeadLetter))
        .map((loser) => ({
          nodes: [loser.id],
          values: { node: loser.name },
          remedies: deadLettersFor(flow, loser),
          evidence: { fact: 'failed' },
        }));
    });
  },
} as const satisfies LintRule;
