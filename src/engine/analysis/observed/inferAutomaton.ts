import { asDeterministic } from '#engine/automata/asDeterministic';
import type { Automaton } from '#engine/automata/Automaton';
import type { Bounded } from '#engine/automata/Bounded';
import { minimise } from '#engine/automata/minimise';
import type { Arrow } from '#engine/automata/NondeterministicAutomaton';
import type { Observed, SeenWords } from './Observed';

/** An automaton that was made of words that were seen. */
export interface Inference {
  /** Minimal. It accepts every word of the tree, and as a rule more: examples alone never tell a language. */
  readonly automaton: Automaton;
  /** Nodes of the tree of words, and the classes that they were merged into. */
  readonly nodes: number;
  readonly classes: number;
  /** The k after which nothing changes any more, when that was reached: the language is then exactly what was seen. */
  readonly exactAt: number | null;
}

/** States of the deterministic automaton before it is given up. */
const mostStates = 20_000;

/**
 * The k-tails algorithm (Biermann & Feldman 1972) on the tree of the words that were seen: two of its nodes become one
 * state when the same letters may follow in each of the next k places, and the words may end in the same of them. A
 * greater k merges less; from the length of the longest word on nothing but what was seen is accepted. What was merged
 * may be nondeterministic, and is made deterministic and minimal: ends at a limit of states. O(nodes · k) and that.
 */
export function inferAutomaton(
  { letters, words }: Observed,
  k: number,
  maxStates = mostStates,
): Bounded<Inference> {
  const children = childrenOf(words);
  let classOf: readonly number[] = numbered(words.ends.map((ends) => (ends > 0 ? 'end' : '')));
  let exactAt: number | null = null;
  for (let depth = 1; depth <= k && exactAt === null; depth++) {
    const next = refine(classOf, children, words);
    if (countOf(next) === countOf(classOf)) exactAt = depth - 1;
    classOf = next;
  }
  const classes = countOf(classOf);
  const accepting = Array.from({ length: classes }, () => false);
  const arrows = new Map<string, Arrow>();
  for (const [node, parent] of words.parents.entries()) {
    const to = classOf[node] ?? 0;
    if ((words.ends[node] ?? 0) > 0) accepting[to] = true;
    const arrow = { from: classOf[parent] ?? 0, letter: words.letters[node] ?? 0, to };
    if (node > 0) arrows.set(`${arrow.from} ${arrow.letter} ${to}`, arrow);
  }
  const states = accepting.map((_, index) => `q${index}`);
  const initials = [classOf[0] ?? 0];
  const table = asDeterministic(
    { states, letters, initials, accepting, arrows: [...arrows.values()] },
    maxStates,
  );
  if (!table.ok) return table;
  const { automaton } = minimise(table.value);
  const named = { ...automaton, states: automaton.states.map((_, state) => `q${state}`) };
  return { ok: true, value: { automaton: named, nodes: words.parents.length, classes, exactAt } };
}

/** By node: its children, in the order of their letters. */
function childrenOf({ parents, letters }: SeenWords): readonly (readonly number[])[] {
  const children = parents.map((): number[] => []);
  for (const [node, parent] of parents.entries()) children[parent]?.push(node);
  const letterOf = (node: number) => letters[node] ?? 0;
  return children.map((nodes) => nodes.toSorted((one, other) => letterOf(one) - letterOf(other)));
}

/** Classes that look a place further: what follows each letter, and whether a word ends here. */
function refine(
  classOf: readonly number[],
  children: readonly (readonly number[])[],
  { letters, ends }: SeenWords,
): readonly number[] {
  return numbered(
    children.map((nodes, node) => {
      const tails = nodes.map((child) => `${letters[child]} ${classOf[child]}`);
      return `${(ends[node] ?? 0) > 0 ? 'end' : ''},${tails.join()}`;
    }),
  );
}

/** Numbers in the order in which each text comes first. */
function numbered(texts: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

const countOf = (classOf: readonly number[]) => classOf.reduce((most, each) => Math.max(most, each + 1), 0);
