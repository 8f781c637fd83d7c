import type { Automaton } from './Automaton';
import type { Bounded } from './Bounded';
import { PairWalk, type KeepsPair } from './PairWalk';
import { setRules, type SetRule } from './setRules';
import { uniqueNames } from './uniqueNames';

/** Pairs of states that a product makes before it gives up. */
const mostPairs = 1_000_000;

/**
 * The automaton that runs two at once, over the letters of both, and accepts by the rule: intersection, union,
 * difference (left without right) or symmetric difference of the languages. A letter that one of them does not know
 * is refused by it. Only pairs that words lead to are made, and none from which the rule can hold no more because a
 * side has refused. O(pairs × letters); ends at a limit of pairs.
 */
export function product(
  left: Automaton,
  right: Automaton,
  rule: SetRule,
  maxPairs = mostPairs,
): Bounded<Automaton> {
  const holds = setRules[rule];
  const walk = new PairWalk(left, right, keepsPair(rule), maxPairs);
  const { letters, pairs } = walk;
  const cells: number[] = [];
  // The list grows while it is followed.
  for (const place of pairs.keys()) {
    for (let letter = 0; letter < letters.length; letter++) {
      const target = walk.follow(place, letter);
      if (target === null) return { ok: false, limit: 'pairs', max: maxPairs };
      cells.push(target);
    }
  }
  const nameOf = ({ states }: Automaton, state: number) => states[state] ?? '–';
  return {
    ok: true,
    value: {
      states: uniqueNames(pairs.map(([one, other]) => `(${nameOf(left, one)}, ${nameOf(right, other)})`)),
      letters,
      initial: 0,
      accepting: pairs.map(([one, other]) =>
        holds(left.accepting[one] === true, right.accepting[other] === true),
      ),
      table: Int32Array.from(cells),
    },
  };
}

/** The pairs from which the rule can hold of some word, whatever the marks of the states are. */
export function keepsPair(rule: SetRule): KeepsPair {
  const holds = setRules[rule];
  return (isLeft, isRight) => holds(isLeft, isRight) || holds(isLeft, false) || holds(false, isRight);
}
