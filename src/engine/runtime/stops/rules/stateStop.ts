import type { StopKind } from '../StopTest';

/** A node comes into a state of its lifecycle. */
export const stateStop: StopKind<'state'> = {
  on: 'state',
  compile(rule, plan) {
    const node = plan.indexOfNode.get(rule.node);
    if (node === undefined) return null;
    return { isMet: (look) => look.node === node && look.states.includes(rule.state) };
  },
};
