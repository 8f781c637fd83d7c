import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';
import { overloads } from '../overloads';

/** More comes than can be worked off, and what waits grows without end. */
export const overloaded = {
  code: 'overloaded',
  severity: 'warning',
  sentence:
    '“{node}” gets {load} times as much as it can do, and nothing bounds what waits for it: the delay grows for ever. Use {workers} workers, or publish less.',
  find(flow) {
    return overloads(flow)
      .filter(({ isBounded }) => !isBounded)
      .map(({ node, load, workers }) => ({
        nodes: [node.id],
        values: { node: node.name, load: Number(load.toPrecision(3)), workers },
        remedies: mendOf(node, 'addWorkers', workers),
      }));
  },
} as const satisfies LintRule;
