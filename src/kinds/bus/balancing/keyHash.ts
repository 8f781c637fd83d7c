import { hashText } from '#engine/kernel/hashText';
import { mixBits } from '#engine/kernel/mixBits';
import { canTake, membersOf } from '../members';
import type { Balancing } from './Balancing';

/**
 * All events of one key go to the same member, and wait for it. Every reachable member bids a number made of the key
 * and its own wire, and the highest bid wins ("rendezvous hashing": Thaler & Ravishankar, Using Name-Based Mappings to
 * Increase Hit Rates, 1998): when a member goes, only its own keys move, and when it is back, the same ones return.
 */
export const keyHash: Balancing = {
  id: 'keyHash',
  choose(bus, copy, needsRoom) {
    const members = membersOf(bus, copy);
    const key = hashText(copy.event.subject);
    let best = -1;
    let highest = -1;
    for (let index = 0; index < members.length; index += 1) {
      if (!canTake(bus, copy, index, false)) continue;
      const bid = mixBits(mixBits(key) ^ (members[index]?.salt ?? 0)) >>> 0;
      if (bid <= highest) continue;
      best = index;
      highest = bid;
    }
    return best >= 0 && canTake(bus, copy, best, needsRoom) ? best : -1;
  },
};
