import { gauge } from '#engine/model/measures';
import type { StopKind } from '../StopTest';

/** More come to wait at a node than a number, that were not more after the step before. */
export const queueStop: StopKind<'queue'> = {
  on: 'queue',
  compile({ node: id, over }, plan) {
    const node = plan.indexOfNode.get(id);
    if (node === undefined) return null;
    let before = 0;
    return {
      begin(simulation) {
        before = simulation.metrics.levelNow(node, gauge.queue);
      },
      isMet(look) {
        // Only the node itself says how many wait there.
        if (look.node !== node) return false;
        const now = look.waitingAt(node);
        const isMet = now > over && before <= over;
        before = now;
        return isMet;
      },
    };
  },
};
