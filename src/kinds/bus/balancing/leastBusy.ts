import { canTake, membersOf } from '../members';
import type { Balancing } from './Balancing';

/**
 * The member with the fewest deliveries in its hands. Among equals the next in turn after the one that was served
 * last, so that members without load share evenly.
 */
export const leastBusy: Balancing = {
  id: 'leastBusy',
  choose(bus, copy, needsRoom) {
    const group = bus.state.groups[copy.group];
    const { length } = membersOf(bus, copy);
    const outstanding = bus.state.outstanding[copy.group];
    if (group === undefined || outstanding === undefined) return -1;
    let best = -1;
    let fewest = Infinity;
    for (let turn = 0; turn < length; turn += 1) {
      const index = (group.nextMember + turn) % length;
      const load = outstanding[index] ?? 0;
      if (load >= fewest || !canTake(bus, copy, index, needsRoom)) continue;
      best = index;
      fewest = load;
    }
    if (best >= 0) group.nextMember = (best + 1) % length;
    return best;
  },
};
