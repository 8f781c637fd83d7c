import type { Automaton } from '../Automaton';
import { certainStates } from '../certainStates';
import { nextStateOf } from '../nextStateOf';
import { uniqueNames } from '../uniqueNames';

/** Letters of a goal that stand in a name. */
const mostShown = 3;

/**
 * The same automaton with states that are called by what is still missing, in signs that need no language: `✓` where
 * the trace may end, `✓ ∞` where it holds whatever comes, and else the shortest way to such a state, as in
 * `→ OrderShipped`. A state from which none leads there is called `✗`. O(states × letters × longest way).
 */
export function nameByGoal(automaton: Automaton): Automaton {
  const isCertain = certainStates(automaton);
  const ways = shortestWays(automaton);
  const names = automaton.states.map((_, state) => {
    const way = ways[state];
    if (way === undefined) return '✗';
    if (way.length === 0) return isCertain[state] === 1 ? '✓ ∞' : '✓';
    const shown = way.slice(0, mostShown).map((letter) => `→ ${automaton.letters[letter] ?? ''}`);
    return [...shown, ...(way.length > mostShown ? ['…'] : [])].join(' ');
  });
  return { ...automaton, states: uniqueNames(names) };
}

/** By state: the letters of a shortest way to an accepting state; undefined where there is none. */
function shortestWays(automaton: Automaton): readonly (readonly number[] | undefined)[] {
  const ways: (readonly number[] | undefined)[] = automaton.accepting.map((isAccepting) =>
    isAccepting ? [] : undefined,
  );
  for (let length = 1, isDone = false; !isDone; length++) {
    isDone = true;
    for (let state = 0; state < ways.length; state++) {
      if (ways[state] !== undefined) continue;
      const way = oneLetterMore(automaton, ways, state, length);
      if (way === undefined) continue;
      ways[state] = way;
      isDone = false;
    }
  }
  return ways;
}

function oneLetterMore(
  automaton: Automaton,
  ways: readonly (readonly number[] | undefined)[],
  state: number,
  length: number,
): readonly number[] | undefined {
  for (let letter = 0; letter < automaton.letters.length; letter++) {
    const to = nextStateOf(automaton, state, letter);
    const rest = to === -1 ? undefined : ways[to];
    if (rest?.length === length - 1) return [letter, ...rest];
  }
  return undefined;
}
