import type { LintRule } from '../LintRule';

/** A publisher makes nothing, or tells nobody. */
export const silentSource = {
  code: 'silent-source',
  severity: 'warning',
  sentence: 'Nothing comes of “{node}”: it has no wire to a bus, or no event type to make. Give it both.',
  find(flow) {
    return flow.nodes
      .filter(
        ({ traits: { source }, outs }) =>
          source !== undefined && (outs.length === 0 || source.types.length === 0),
      )
      .map((node) => ({ nodes: [node.id], values: { node: node.name } }));
  },
} as const satisfies LintRule;
