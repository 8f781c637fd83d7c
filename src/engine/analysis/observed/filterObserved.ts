import type { Observed, ObservedArrow } from './Observed';

/** What is shown of an observation, and how much of it is hidden. */
export interface ShownObserved {
  /** The arrows that stay, in their order. */
  readonly arrows: readonly ObservedArrow[];
  /** By letter: whether its state stays. */
  readonly isShown: readonly boolean[];
  readonly hiddenArrows: number;
  readonly hiddenLetters: number;
  /** How often a hidden arrow was taken, of all times that one was. */
  readonly hiddenCount: number;
  readonly totalCount: number;
  /** Of the words of which the whole is known: those that go along shown arrows only, and all. */
  readonly wholeWords: number;
  readonly knownWords: number;
}

/**
 * Hides rare arrows: an arrow goes when it is less than `threshold` (0 to 1) of all that leaves its state, except the
 * most frequent one, of equal ones the first; what no way leads to any more goes with it. O(arrows + nodes of the tree).
 */
export function filterObserved(observed: Observed, threshold: number): ShownObserved {
  const { letters, arrows } = observed;
  const leaving = countsFrom(observed);
  const frequent = frequentArrows(observed);
  const kept = arrows.filter(
    (arrow) => frequent.has(arrow) || arrow.count >= threshold * (leaving[arrow.from] ?? 0),
  );
  const isReached = reachedFromStart(kept, letters.length);
  const shown = kept.filter(({ from }) => isReached[from]);
  const sum = (some: readonly ObservedArrow[]) => some.reduce((total, { count }) => total + count, 0);
  const totalCount = sum(arrows);
  const isShown = letters.map((_, letter) => isReached[letter + 1] === true);
  return {
    arrows: shown,
    isShown,
    hiddenArrows: arrows.length - shown.length,
    hiddenLetters: isShown.filter((is) => !is).length,
    hiddenCount: totalCount - sum(shown),
    totalCount,
    ...countWords(observed, shown),
  };
}

/** By state: how often it was left, to the end included. */
export function countsFrom({ letters, arrows }: Observed): readonly number[] {
  const counts = Array.from({ length: letters.length + 1 }, () => 0);
  for (const { from, count } of arrows) counts[from] = (counts[from] ?? 0) + count;
  return counts;
}

function frequentArrows({ arrows }: Observed): ReadonlySet<ObservedArrow> {
  const best = new Map<number, ObservedArrow>();
  for (const arrow of arrows) {
    const other = best.get(arrow.from);
    if (other === undefined || arrow.count > other.count) best.set(arrow.from, arrow);
  }
  return new Set(best.values());
}

/** By state, the end included. */
function reachedFromStart(arrows: readonly ObservedArrow[], letterCount: number): readonly boolean[] {
  const isReached = Array.from({ length: letterCount + 2 }, (_, state) => state === 0);
  const targets = new Map<number, number[]>();
  for (const { from, to } of arrows) targets.set(from, [...(targets.get(from) ?? []), to]);
  const found = [0];
  // The list grows while it is read.
  for (const state of found) {
    for (const to of targets.get(state) ?? []) {
      if (isReached[to]) continue;
      isReached[to] = true;
      found.push(to);
    }
  }
  return isReached;
}

function countWords({ letters, words }: Observed, shown: readonly ObservedArrow[]) {
  const width = letters.length + 2;
  const ways = new Set(shown.map(({ from, to }) => from * width + to));
  const isWhole: boolean[] = [];
  let [wholeWords, knownWords] = [0, 0];
  for (const [node, parent] of words.parents.entries()) {
    const state = (words.letters[node] ?? -1) + 1;
    const before = (words.letters[parent] ?? -1) + 1;
    isWhole[node] = node === 0 || (isWhole[parent] === true && ways.has(before * width + state));
    const ends = words.ends[node] ?? 0;
    knownWords += ends;
    if (isWhole[node] && ways.has(state * width + letters.length + 1)) wholeWords += ends;
  }
  return { wholeWords, knownWords };
}
