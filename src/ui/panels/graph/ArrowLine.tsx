import type { PictureArrow } from './AutomatonPicture';
import styles from './graph.module.css';
import { headOf } from './headOf';
import type { PlacedArrow } from './PictureLayout';
import { roundedPath } from './roundedPath';

interface Props {
  readonly placed: PlacedArrow;
  /** The transitions of the line as they are now. */
  readonly arrows: readonly PictureArrow[];
  readonly last: string | null;
  readonly focused: string | null;
  /** Whether it leads out of what is looked at. */
  readonly isNear: boolean;
}

/** The line of an arrow with its head: thick when it was taken last, else as wide as its weight. */
export function ArrowLine({ placed, arrows, last, focused, isNear }: Props) {
  const isLast = arrows.some(({ id }) => id === last);
  const isLit = arrows.some((arrow) => arrow.isLit === true);
  const weights = arrows.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  const least = isLast ? 2.8 : isLit ? 2.2 : 1.4;
  const width = Math.max(least, weights.length === 0 ? 0 : 1 + 4.5 * Math.max(...weights));
  const { way, head } = headOf(placed.way, width);
  return (
    <g
      className={styles['arrow']}
      data-arrow={placed.id}
      data-last={isLast || undefined}
      data-near={isNear || undefined}
      data-lit={isLit || undefined}
      data-dashed={arrows.every(({ isDashed }) => isDashed === true) || undefined}
      data-focused={arrows.some(({ id }) => id === focused) || undefined}
    >
      <path className={styles['reach']} d={roundedPath(placed.way)} />
      <path className={styles['line']} d={roundedPath(way)} strokeWidth={width} />
      <path className={styles['tip']} d={head} />
    </g>
  );
}
