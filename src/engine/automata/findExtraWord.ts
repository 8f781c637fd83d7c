import type { Automaton, Word } from './Automaton';
import type { Bounded } from './Bounded';
import { liveStates } from './liveStates';
import { PairWalk, type KeepsPair } from './PairWalk';

/** Pairs of states that are looked at before inclusion is given up. */
const mostPairs = 2_000_000;

/**
 * The shortest word, the first in the order of the letters among them, that the left automaton accepts and the right
 * one does not; null when every word of the left is one of the right, which is inclusion. Breadth first over pairs of
 * states, O(states of left × states of right × letters); ends at a limit of pairs.
 */
export function findExtraWord(left: Automaton, right: Automaton, maxPairs = mostPairs): Bounded<Word | null> {
  const walk = new PairWalk(withoutDead(left), right, keepsLeft, maxPairs);
  // The list grows while it is followed.
  for (const [place, [one, other]] of walk.pairs.entries()) {
    if (left.accepting[one] === true && right.accepting[other] !== true) {
      return { ok: true, value: walk.wordOf(place) };
    }
    for (let letter = 0; letter < walk.letters.length; letter++) {
      if (walk.follow(place, letter) === null) return { ok: false, limit: 'pairs', max: maxPairs };
    }
  }
  return { ok: true, value: null };
}

/** Where the left has refused, it has no word more. */
export const keepsLeft: KeepsPair = (isLeft) => isLeft;

/** Without the arrows to states from which nothing is accepted. */
function withoutDead(automaton: Automaton): Automaton {
  const isLive = liveStates(automaton);
  return { ...automaton, table: Int32Array.from(automaton.table, (to) => (isLive[to] === 1 ? to : -1)) };
}
