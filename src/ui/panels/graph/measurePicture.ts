import type { AutomatonPicture, PictureState } from './AutomatonPicture';
import { measures } from './measures';
import { mergeArrows, type MergedArrow } from './mergeArrows';
import { textWidth } from './textWidth';
import { wrapText } from './wrapText';

/** The longest line in a state, and the longest line at an arrow. */
const widestLabel = 168;
const widestArrow = 176;

export interface MeasuredState {
  readonly state: PictureState;
  readonly lines: readonly string[];
  readonly hasChildren: boolean;
  /** Of a state with others inside: at least. */
  readonly width: number;
  readonly height: number;
}

export interface MeasuredArrow extends MergedArrow {
  readonly width: number;
  readonly height: number;
}

export interface MeasuredPicture {
  readonly states: readonly MeasuredState[];
  readonly arrows: readonly MeasuredArrow[];
}

/** How much room everything in a picture needs. */
export function measurePicture({ states, arrows }: AutomatonPicture): MeasuredPicture {
  const parents = new Set(states.map(({ parent }) => parent));
  return {
    states: states.map((state) => measureState(state, parents.has(state.id))),
    arrows: mergeArrows(arrows, widestArrow).map((arrow) => ({
      ...arrow,
      width: Math.max(0, ...arrow.rows.map(({ text }) => textWidth(text, measures.arrowFont) + 10)),
      height: arrow.rows.length * measures.arrowLine,
    })),
  };
}

function measureState(state: PictureState, hasChildren: boolean): MeasuredState {
  if (state.form === 'history' || state.form === 'deepHistory')
    return { state, lines: [], hasChildren, width: 28, height: 28 };
  const lines = wrapText(
    state.label,
    hasChildren ? 400 : widestLabel,
    measures.labelFont,
    hasChildren ? 1 : 2,
  );
  const widths = lines.map((line) => textWidth(line, measures.labelFont));
  const hasNote = state.note !== undefined || state.mark !== undefined;
  const extra = hasNote ? measures.noteLine : 0;
  const height = Math.max(34, lines.length * measures.labelLine + extra + 16);
  // Room for the second ring is there in every state, so that marking one as accepting moves nothing.
  const least = Math.max(hasNote ? 124 : 46, state.tokens === undefined ? 0 : 92);
  return { state, lines, hasChildren, width: Math.max(least, ...widths.map((width) => width + 36)), height };
}
