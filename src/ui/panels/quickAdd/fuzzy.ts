/**
 * How well a query matches a text: more is better, null when its letters do not all occur in order. A match at the
 * start counts most, then one at the start of a word, then letters that stand together.
 */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = Array.from(query.toLowerCase().replaceAll(' ', ''));
  const letters = Array.from(text.toLowerCase());
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = letters.indexOf(letter, at + 1);
    if (next < 0) return null;
    const isWordStart = next === 0 || /[\s.\-_/]/.test(letters[next - 1] ?? '');
    score += (isWordStart ? 8 : 0) + (next === at + 1 ? 6 : 0) - Math.min(next - at, 5);
    at = next;
  }
  return score - letters.length / 100;
}

/** The things that match a query, best first; all in their order for an empty query. */
export function fuzzySearch<T>(
  query: string,
  things: readonly T[],
  textsOf: (thing: T) => readonly string[],
): readonly T[] {
  if (query.trim() === '') return things;
  return things
    .map((thing) => ({
      thing,
      score: Math.max(...textsOf(thing).map((text) => fuzzyScore(query, text) ?? -Infinity)),
    }))
    .filter(({ score }) => score > -Infinity)
    .toSorted((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}
