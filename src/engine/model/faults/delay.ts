import type { FaultType } from './FaultType';

/** Messages between two sides take longer, as over a congested network. */
export const delay: FaultType = {
  id: 'delay',
  acts: 'wires',
  does: 'delay',
  begin: 'delayed',
  end: 'hasten',
};
