import { canTake, membersOf } from '../members';
import type { Balancing } from './Balancing';

/**
 * In turn, in the order of subscription; whoever cannot take one now is passed over and gets no turn later in return.
 * RabbitMQ serves the consumers of a queue so.
 */
export const roundRobin: Balancing = {
  id: 'roundRobin',
  choose(bus, copy, needsRoom) {
    const group = bus.state.groups[copy.group];
    const { length } = membersOf(bus, copy);
    if (group === undefined) return -1;
    for (let turn = 0; turn < length; turn += 1) {
      const index = (group.nextMember + turn) % length;
      if (!canTake(bus, copy, index, needsRoom)) continue;
      group.nextMember = (index + 1) % length;
      return index;
    }
    return -1;
  },
};
