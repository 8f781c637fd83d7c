import type { StopKind } from '../StopTest';

/** Anything arrives, or befalls a node: what one looks at who steps from event to event. */
export const arrivalStop: StopKind<'arrival'> = {
  on: 'arrival',
  compile: () => ({ isMet: (look) => look.arrived !== null || look.pending.kind === 'fault' }),
};
