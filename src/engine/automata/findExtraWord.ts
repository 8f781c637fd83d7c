import { alignLetters } from './alignLetters';
import type { Automaton, Word } from './Automaton';
import type { Bounded } from './Bounded';
import { liveStates } from './liveStates';
import { nextStateOf } from './nextStateOf';
import { WordTree } from './WordTree';

/** Pairs of states that are looked at before inclusion is given up. */
const mostPairs = 2_000_000;

/**
 * The shortest word, the first in the order of the letters among them, that the left automaton accepts and the right
 * one does not; null when every word of the left is one of the right, which is inclusion. Breadth first over pairs of
 * states, O(states of left × states of right × letters); ends at a limit of pairs.
 */
export function findExtraWord(left: Automaton, right: Automaton, maxPairs = mostPairs): Bounded<Word | null> {
  const common = alignLetters(left, right);
  const isLive = liveStates(left);
  const words = new WordTree(common.letters);
  const width = right.states.length + 1;
  const queue = [left.initial * width + right.initial + 1];
  const seen = new Set(queue);
  // The list grows while it is read.
  for (const [node, pair] of queue.entries()) {
    const one = Math.floor(pair / width);
    const other = (pair % width) - 1;
    if (left.accepting[one] === true && right.accepting[other] !== true) {
      return { ok: true, value: words.wordOf(node) };
    }
    for (let letter = 0; letter < common.letters.length; letter++) {
      const nextOne = nextStateOf(left, one, common.left[letter] ?? -1);
      if (nextOne === -1 || isLive[nextOne] !== 1) continue;
      const next = nextOne * width + nextStateOf(right, other, common.right[letter] ?? -1) + 1;
      if (seen.has(next)) continue;
      if (queue.length >= maxPairs) return { ok: false, limit: 'pairs', max: maxPairs };
      seen.add(next);
      queue.push(next);
      words.add(node, letter);
    }
  }
  return { ok: true, value: null };
}
