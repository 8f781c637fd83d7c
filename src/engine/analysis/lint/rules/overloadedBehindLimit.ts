import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';
import { overloads } from '../overloads';

/** More comes than can be worked off, and a full queue decides what becomes of the rest. */
export const overloadedBehindLimit = {
  code: 'overloaded-behind-limit',
  severity: 'warning',
  sentence:
    '“{node}” gets {load} times as much as it can do: its queue is full most of the time, and the rest is held up, refused or lost. Use {workers} workers, or publish less.',
  find(flow) {
    return overloads(flow)
      .filter(({ isBounded }) => isBounded)
      .map(({ node, load, workers }) => ({
        nodes: [node.id],
        values: { node: node.name, load: Number(load.toPrecision(3)), workers },
        remedies: mendOf(node, 'addWorkers', workers),
      }));
  },
} as const satisfies LintRule;
