import type { StopKind } from '../StopTest';

/** An event arrives over a wire. */
export const wireStop: StopKind<'wire'> = {
  on: 'wire',
  compile(rule, plan) {
    const wire = plan.wires.findIndex(({ id }) => id === rule.wire);
    return wire < 0 ? null : { isMet: (look) => look.pending.wire === wire && look.arrived !== null };
  },
};
