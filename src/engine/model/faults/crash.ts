import type { FaultType } from './FaultType';

/** The process dies: it loses what it held in memory, and comes back empty. A publisher only falls silent. */
export const crash: FaultType = {
  id: 'crash',
  acts: 'nodes',
  begin: 'crash',
  end: 'revive',
  instead: { begin: 'pause', end: 'resume' },
};
