import type { Automaton, Word } from './Automaton';
import { nextStateOf } from './nextStateOf';
import { WordTree } from './WordTree';

/**
 * The shortest word that is accepted, the first in the order of the letters among them; null when there is none.
 * Breadth first, O(states × letters).
 */
export function shortestWord(automaton: Automaton): Word | null {
  const words = new WordTree(automaton.letters);
  const isSeen = new Uint8Array(automaton.states.length);
  const queue = [automaton.initial];
  isSeen[automaton.initial] = 1;
  // The list grows while it is read.
  for (const [node, state] of queue.entries()) {
    if (automaton.accepting[state] === true) return words.wordOf(node);
    for (let letter = 0; letter < automaton.letters.length; letter++) {
      const to = nextStateOf(automaton, state, letter);
      if (to === -1 || isSeen[to] === 1) continue;
      isSeen[to] = 1;
      queue.push(to);
      words.add(node, letter);
    }
  }
  return null;
}
