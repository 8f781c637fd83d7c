import type { StopKind } from '../StopTest';

/** An event arrives at a node or sets out from it. */
export const nodeStop: StopKind<'node'> = {
  on: 'node',
  compile(rule, plan) {
    const node = plan.indexOfNode.get(rule.node);
    if (node === undefined) return null;
    return { isMet: (look) => look.node === node && (look.isSending || look.arrived !== null) };
  },
};
