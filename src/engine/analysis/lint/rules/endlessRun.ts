import type { LintRule } from '../LintRule';

/** A run has no end, and neither have its publishers. */
export const endlessRun = {
  code: 'endless-run',
  severity: 'hint',
  sentence:
    'The run has no length, and “{node}” never stops: it is computed until a limit is reached. Give the run a length.',
  find(flow) {
    if (flow.doc.untilMs > 0) return [];
    return flow.nodes
      .filter(({ traits, outs }) => traits.source?.isEndless === true && outs.length > 0)
      .slice(0, 1)
      .map((node) => ({
        nodes: [node.id],
        values: { node: node.name },
        remedies: [
          {
            id: 'boundRun',
            values: { node: node.name, amount: 60 },
            changes: [{ do: 'setLength', untilMs: 60_000 }],
          },
        ],
      }));
  },
} as const satisfies LintRule;
