import type { PictureArrow } from './AutomatonPicture';
import type { Box } from './geometry';
import styles from './graph.module.css';
import { measures } from './measures';
import type { PlacedArrow } from './PictureLayout';
import { shorten } from './wrapText';

interface Props {
  readonly placed: PlacedArrow;
  readonly label: Box;
  /** The transitions of the line as they are now. */
  readonly arrows: readonly PictureArrow[];
  readonly last: string | null;
  readonly focused: string | null;
  readonly isNear: boolean;
}

/** What is written on an arrow, in the middle of its line, which is interrupted there. */
export function ArrowLabel({ placed, label, arrows, last, focused, isNear }: Props) {
  return (
    <g className={styles['label']} data-arrow={placed.id} data-near={isNear || undefined}>
      <rect className={styles['behind']} {...label} rx={4} />
      {placed.rows.map(({ pieces, text }, index) => (
        <text
          key={index}
          x={label.x + label.width / 2}
          y={label.y + (index + 1) * measures.arrowLine - 3.5}
          fontSize={measures.arrowFont}
          textAnchor="middle"
        >
          {pieces.length === 0
            ? text
            : pieces.map((piece, place) => (
                <tspan
                  key={piece.arrow}
                  data-piece={piece.arrow}
                  data-last={piece.arrow === last || undefined}
                  data-focused={piece.arrow === focused || undefined}
                  data-figure={piece.isFigure || undefined}
                >
                  {place === 0 ? '' : ', '}
                  {piece.isFigure ? figureOf(arrows, piece.arrow, label.width) : piece.text}
                </tspan>
              ))}
        </text>
      ))}
    </g>
  );
}

function figureOf(arrows: readonly PictureArrow[], id: string, width: number): string {
  return shorten(arrows.find((arrow) => arrow.id === id)?.figure ?? '', width, measures.arrowFont);
}
