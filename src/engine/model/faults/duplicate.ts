import type { FaultType } from './FaultType';

/** Messages between two sides arrive twice, one right after the other, as when a sender tries again too soon. */
export const duplicate: FaultType = {
  id: 'duplicate',
  acts: 'wires',
  does: 'double',
  begin: 'duplicate',
  end: 'carryOnce',
};
