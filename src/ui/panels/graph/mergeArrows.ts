import type { PictureArrow } from './AutomatonPicture';
import { measures } from './measures';
import { textWidth } from './textWidth';
import { shorten } from './wrapText';

/** All transitions from one state to one and the same, drawn as one line. */
export interface MergedArrow {
  /** The id of the first of them. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly arrows: readonly PictureArrow[];
  readonly rows: readonly ArrowRow[];
}

/** One line of a label. Its pieces belong to single transitions. */
export interface ArrowRow {
  readonly text: string;
  readonly pieces: readonly ArrowPiece[];
}

/** What is written for one transition; a figure may have changed since, and is asked of the transition itself. */
export interface ArrowPiece {
  readonly arrow: string;
  readonly text: string;
  readonly isFigure: boolean;
}

const mostRows = 5;
/** Kept for a figure, which may change and must not move anything. */
const figureRoom = '0,000 · 00 %';

/** Brings transitions with the same two ends together, and their labels into rows of at most a width. */
export function mergeArrows(arrows: readonly PictureArrow[], width: number): readonly MergedArrow[] {
  const merged = new Map<string, PictureArrow[]>();
  for (const arrow of arrows) {
    const key = JSON.stringify([arrow.from, arrow.to]);
    const group = merged.get(key);
    if (group === undefined) merged.set(key, [arrow]);
    else group.push(arrow);
  }
  return [...merged.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ id: first.id, from: first.from, to: first.to, arrows: group, rows: rowsOf(group, width) }];
  });
}

function rowsOf(group: readonly PictureArrow[], width: number): readonly ArrowRow[] {
  const rows: ArrowRow[] = [];
  for (const { id, lines, figure } of group) {
    const isAlone = lines.length > 1 || figure !== undefined;
    const own = figure === undefined ? lines : [...lines, figureRoom];
    for (const [index, line] of own.entries()) {
      const text = shorten(line, width, measures.arrowFont);
      const piece = { arrow: id, text, isFigure: figure !== undefined && index === lines.length };
      const last = rows.at(-1);
      const joined = last === undefined ? '' : `${last.text}, ${text}`;
      const fits = textWidth(joined, measures.arrowFont) <= Math.min(width, 120);
      if (last !== undefined && !isAlone && index === 0 && fits) {
        rows[rows.length - 1] = { text: joined, pieces: [...last.pieces, piece] };
      } else rows.push({ text, pieces: [piece] });
    }
  }
  if (rows.length <= mostRows) return rows;
  const shown = rows.slice(0, mostRows - 1);
  return [...shown, { text: `+${rows.length - shown.length} …`, pieces: [] }];
}
