import { alignLetters } from './alignLetters';
import type { Automaton } from './Automaton';
import type { Bounded } from './Bounded';
import { nextStateOf } from './nextStateOf';
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
  const made = pairTable(left, right, rule, maxPairs);
  if (!made.ok) return made;
  const { letters, pairs, table } = made.value;
  const holds = setRules[rule];
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
      table,
    },
  };
}

/** The states of a product as pairs of states, −1 for a side that has refused, and its arrows. */
export interface PairTable {
  readonly letters: readonly string[];
  readonly pairs: readonly (readonly [one: number, other: number])[];
  readonly table: Int32Array;
}

/** All of a product but which of its pairs accept: that depends on no more than the marks of the two. */
export function pairTable(
  left: Omit<Automaton, 'accepting'>,
  right: Omit<Automaton, 'accepting'>,
  rule: SetRule,
  maxPairs = mostPairs,
): Bounded<PairTable> {
  const holds = setRules[rule];
  const common = alignLetters(left, right);
  const pairs: (readonly [number, number])[] = [[left.initial, right.initial]];
  const keyOf = (one: number, other: number) => (one + 1) * (right.states.length + 1) + other + 1;
  const numberOf = new Map([[keyOf(left.initial, right.initial), 0]]);
  const canHold = (one: number, other: number) =>
    holds(one !== -1, other !== -1) || holds(one !== -1, false) || holds(false, other !== -1);
  const cells: number[] = [];
  // The list grows while it is read.
  for (const [one, other] of pairs) {
    for (let letter = 0; letter < common.letters.length; letter++) {
      const nextOne = nextStateOf(left, one, common.left[letter] ?? -1);
      const nextOther = nextStateOf(right, other, common.right[letter] ?? -1);
      if (!canHold(nextOne, nextOther)) {
        cells.push(-1);
        continue;
      }
      const key = keyOf(nextOne, nextOther);
      let target = numberOf.get(key);
      if (target === undefined) {
        target = pairs.length;
        if (target >= maxPairs) return { ok: false, limit: 'pairs', max: maxPairs };
        numberOf.set(key, target);
        pairs.push([nextOne, nextOther]);
      }
      cells.push(target);
    }
  }
  return { ok: true, value: { letters: common.letters, pairs, table: Int32Array.from(cells) } };
}
