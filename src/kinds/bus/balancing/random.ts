import { canTake, membersOf } from '../members';
import type { Balancing } from './Balancing';

/** Any member that can take one now, all equally likely, as the members of a NATS queue group are chosen. */
export const random: Balancing = {
  id: 'random',
  choose(bus, copy, needsRoom) {
    const { length } = membersOf(bus, copy);
    let able = 0;
    for (let index = 0; index < length; index += 1) if (canTake(bus, copy, index, needsRoom)) able += 1;
    if (able === 0) return -1;
    let left = bus.context.pick(able);
    for (let index = 0; index < length; index += 1) {
      if (!canTake(bus, copy, index, needsRoom)) continue;
      if (left === 0) return index;
      left -= 1;
    }
    return -1;
  },
};
