import type { Automaton } from './Automaton';
import type { Bounded } from './Bounded';
import { minimise } from './minimise';
import {
  anyNumberOf,
  blank,
  either,
  followedBy,
  lengthOf,
  letterText,
  nothing,
  textOf,
  type RegexText,
} from './RegexText';

/** Characters of an expression before it is given up: it can need 4^n. */
const mostCharacters = 1_000_000;

/**
 * A regular expression of the words that are accepted, by elimination of states (Brzozowski & McCluskey 1963) from the
 * minimal automaton; next goes the state with the fewest ways through it, which keeps the expression short (Delgado &
 * Morais 2004). `parseRegex` reads it. O(states³) steps; ends at a limit of characters.
 */
export function regexOf(source: Automaton, maxCharacters = mostCharacters): Bounded<string> {
  const { automaton } = minimise(source);
  const graph = new LabelledGraph(automaton);
  const rest = new Set(automaton.states.keys());
  while (rest.size > 0) {
    const state = graph.cheapest(rest);
    rest.delete(state);
    graph.eliminate(state);
    if (graph.characters > maxCharacters) return { ok: false, limit: 'characters', max: maxCharacters };
  }
  return { ok: true, value: textOf(graph.whole) };
}

/** States with expressions on the arrows between them; −1 is the start, and −2 the end. */
class LabelledGraph {
  /** Of all arrows there are. */
  characters = 0;
  readonly #out = new Map<number, Map<number, RegexText>>();
  readonly #into = new Map<number, Set<number>>();

  constructor({ states, letters, initial, accepting, table }: Automaton) {
    this.#join(start, initial, blank);
    for (const state of states.keys()) {
      if (accepting[state] === true) this.#join(state, end, blank);
      for (const [letter, name] of letters.entries()) {
        const to = table[state * letters.length + letter] ?? -1;
        if (to !== -1) this.#join(state, to, letterText(name));
      }
    }
  }

  get whole(): RegexText {
    return this.#out.get(start)?.get(end) ?? nothing;
  }

  /** The one whose elimination makes the fewest arrows; the first among equals. */
  cheapest(states: ReadonlySet<number>): number {
    let [best, bestCost] = [0, Infinity];
    for (const state of states) {
      const cost = (this.#out.get(state)?.size ?? 0) * (this.#into.get(state)?.size ?? 0);
      if (cost < bestCost) [best, bestCost] = [state, cost];
    }
    return best;
  }

  /** Takes a state out, and puts every way through it onto an arrow past it. */
  eliminate(state: number): void {
    const loop = anyNumberOf(this.#take(state, state));
    const sources = [...(this.#into.get(state) ?? [])];
    const targets = [...(this.#out.get(state)?.keys() ?? [])];
    const after = targets.map((to) => [to, followedBy(loop, this.#take(state, to))] as const);
    for (const from of sources) {
      const before = this.#take(from, state);
      for (const [to, label] of after) this.#join(from, to, followedBy(before, label));
    }
  }

  #join(from: number, to: number, label: RegexText): void {
    const row = this.#out.get(from) ?? new Map<number, RegexText>();
    const old = row.get(to) ?? nothing;
    const merged = either(old, label);
    this.characters += lengthOf(merged) - lengthOf(old);
    this.#out.set(from, row.set(to, merged));
    this.#into.set(to, (this.#into.get(to) ?? new Set()).add(from));
  }

  /** The label of an arrow, which is there no more. */
  #take(from: number, to: number): RegexText {
    const label = this.#out.get(from)?.get(to) ?? nothing;
    this.#out.get(from)?.delete(to);
    this.#into.get(to)?.delete(from);
    this.characters -= lengthOf(label);
    return label;
  }
}

const [start, end] = [-1, -2];
