import type { FaultType } from './FaultType';

/** The network between two sides is cut: what one side sends to the other is lost, or held until it heals. */
export const partition: FaultType = {
  id: 'partition',
  acts: 'wires',
  does: 'cut',
  begin: 'partition',
  end: 'heal',
};
