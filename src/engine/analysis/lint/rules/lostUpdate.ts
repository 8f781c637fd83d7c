import type { LintRule } from '../LintRule';
import { groupsOf } from '../groupsOf';
import { mendOf } from '../mendOf';

/** Two read the same value, and the write of one is lost. */
export const lostUpdate = {
  code: 'lost-update',
  severity: 'warning',
  sentence:
    '“{node}” writes what it worked out from what it read before, and others do so at the same time: one of two writes is lost. Let the store add, or let one worker do it.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const { work } = node.traits;
      if (work === undefined || !work.reads || !work.writes.some((write) => write.isFromRead)) return [];
      const rivals = node.ins.some((wire) =>
        groupsOf(wire.from).some((group) => group.length > 1 && group.includes(wire)),
      );
      if (!rivals && node.facts.servers <= 1) return [];
      return [{ nodes: [node.id], values: { node: node.name }, remedies: mendOf(node, 'workAtomically') }];
    });
  },
} as const satisfies LintRule;
