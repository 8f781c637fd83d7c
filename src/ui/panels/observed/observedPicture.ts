import { countsFrom, type ShownObserved } from '#engine/analysis/observed/filterObserved';
import type { Observed, ObservedArrow } from '#engine/analysis/observed/Observed';
import type { AutomatonPicture, PictureArrow, PictureState } from '#ui/panels/graph/AutomatonPicture';
import type { Translate } from '#ui/i18n/useText';
import { formatCount, formatDuration, formatPercent } from '#ui/look/format';

interface Look {
  readonly t: Translate;
  readonly language: string;
  /** Times would move everything as long as they change. */
  readonly hasTimes: boolean;
  /** A word whose way is lit, as far as it is shown. */
  readonly word: readonly string[];
}

/** The id of an arrow in the picture. */
export const arrowId = ({ from, to }: Pick<ObservedArrow, 'from' | 'to'>) => `${from} ${to}`;

/** What was observed as a picture: a state for each event type, and arrows with how often, which share and how long. */
export function observedPicture(observed: Observed, shown: ShownObserved, look: Look): AutomatonPicture {
  const { letters } = observed;
  const end = letters.length + 1;
  const leaving = countsFrom(observed);
  const most = Math.max(1, ...shown.arrows.map(({ count }) => count));
  const lit = litArrows(letters, look.word);
  const shares = new Map(
    shown.arrows.map((arrow) => [arrow, arrow.count / (leaving[arrow.from] ?? arrow.count)]),
  );
  const endOf = (state: number) => shown.arrows.find(({ from, to }) => from === state && to === end);
  const stateOf = (state: number): PictureState => {
    const last = endOf(state);
    const count = formatCount(leaving[state] ?? 0, look.language);
    const share = last === undefined ? '' : formatPercent(shares.get(last) ?? 0, look.language);
    return {
      id: String(state),
      label: state === 0 ? look.t('observed.start') : (letters[state - 1] ?? ''),
      note: last === undefined ? count : look.t('observed.countEnds', { n: count, share }),
      ...(state === 0 && { isInitial: true }),
      ...(last !== undefined && { isAccepting: true }),
    };
  };
  const order = stateOrder(observed);
  const place = (state: number) => order.indexOf(state);
  const arrows = shown.arrows
    .filter(({ to }) => to !== end)
    .toSorted((one, other) => place(one.from) - place(other.from) || other.count - one.count);
  return {
    states: order.filter((state) => state === 0 || shown.isShown[state - 1] === true).map(stateOf),
    arrows: arrows.map((arrow): PictureArrow => ({
      id: arrowId(arrow),
      from: String(arrow.from),
      to: String(arrow.to),
      lines:
        look.hasTimes && arrow.from > 0 ? [formatDuration(arrow.sumUs / arrow.count, look.language)] : [],
      figure: figureOf(arrow.count, shares.get(arrow) ?? 0, look.language),
      weight: arrow.count / most,
      ...(lit.has(arrowId(arrow)) && { isLit: true }),
    })),
    current: [],
  };
}

/** States by how far into a word they come on average: what comes first stands first. */
function stateOrder({ letters, words }: Observed): readonly number[] {
  const sums = letters.map(() => ({ places: 0, count: 0 }));
  const depths: number[] = [];
  for (const [node, parent] of words.parents.entries()) {
    depths[node] = node === 0 ? 0 : (depths[parent] ?? 0) + 1;
    const sum = sums[words.letters[node] ?? -1];
    if (sum === undefined) continue;
    sum.places += (depths[node] ?? 0) * (words.counts[node] ?? 0);
    sum.count += words.counts[node] ?? 0;
  }
  const meanOf = (state: number) => (sums[state - 1]?.places ?? 0) / Math.max(1, sums[state - 1]?.count ?? 0);
  return [0, ...letters.map((_, letter) => letter + 1).toSorted((one, other) => meanOf(one) - meanOf(other))];
}

/** As much as the drawing keeps room for. */
function figureOf(count: number, share: number, language: string): string {
  const short = count < 10_000 ? formatCount(count, language) : `${Math.round(count / 1000)}k`;
  return share === 1 ? short : `${short} · ${formatPercent(share, language)}`;
}

function litArrows(letters: readonly string[], word: readonly string[]): ReadonlySet<string> {
  const states = [0, ...word.map((name) => letters.indexOf(name) + 1)];
  return new Set(states.slice(1).map((to, at) => arrowId({ from: states[at] ?? 0, to })));
}
