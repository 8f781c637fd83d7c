import type { Automaton } from '#engine/automata/Automaton';

/** Minimising by plain refinement (Moore 1956), round by round, as one would write it first. Answers how many classes. */
export function moore({ states, letters, accepting, table }: Automaton): number {
  let classOf = Int32Array.from(accepting, Number);
  for (let count = 0; ;) {
    const numberOf = new Map<string, number>();
    const next = Int32Array.from(states, (_, state) => {
      let key = String(classOf[state]);
      for (let letter = 0; letter < letters.length; letter++) {
        const to = table[state * letters.length + letter] ?? -1;
        key += `,${to === -1 ? -1 : classOf[to]}`;
      }
      const known = numberOf.get(key) ?? numberOf.size;
      numberOf.set(key, known);
      return known;
    });
    if (numberOf.size === count) return count;
    count = numberOf.size;
    classOf = next;
  }
}
