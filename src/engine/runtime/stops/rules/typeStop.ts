import type { StopKind } from '../StopTest';

/** An event of a type arrives. */
export const typeStop: StopKind<'type'> = {
  on: 'type',
  compile(rule, plan) {
    const type = plan.indexOfType.get(rule.type);
    return type === undefined ? null : { isMet: ({ arrived }) => arrived?.type === type };
  },
};
