import type { LintRule } from '../LintRule';

/** What is stored and what is told can come apart. */
export const dualWrite = {
  code: 'dual-write',
  severity: 'hint',
  sentence:
    '“{node}” writes to a store and publishes, and may break off between the two: then one of them is missing. Write both into the store, and publish from there.',
  find(flow) {
    return flow.nodes
      .filter(
        ({ traits: { work } }) =>
          work !== undefined &&
          work.breaks > 0 &&
          work.writes.some((write) => !write.isRemoval) &&
          work.emits.length > 0,
      )
      .map((node) => ({ nodes: [node.id], values: { node: node.name } }));
  },
} as const satisfies LintRule;
