import type { PictureArrow } from './AutomatonPicture';
import styles from './graph.module.css';
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
  readonly marker: string;
}

/** The line of an arrow with its head: thick when it was taken last, else as wide as its weight. */
export function ArrowLine({ placed, arrows, last, focused, isNear, marker }: Props) {
  const isLast = arrows.some(({ id }) => id === last);
  const weights = arrows.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  const width = weights.length === 0 ? undefined : 1 + 4.5 * Math.max(...weights);
  const path = roundedPath(placed.way);
  return (
    <g
      className={styles['arrow']}
      data-arrow={placed.id}
      data-last={isLast || undefined}
      data-near={isNear || undefined}
      data-lit={arrows.some(({ isLit }) => isLit === true) || undefined}
      data-dashed={arrows.every(({ isDashed }) => isDashed === true) || undefined}
      data-focused={arrows.some(({ id }) => id === focused) || undefined}
    >
      <path className={styles['reach']} d={path} />
      <path
        className={styles['line']}
        d={path}
        {...(width !== undefined && { strokeWidth: isLast ? Math.max(2.8, width) : width })}
        markerEnd={`url(#${marker}${isLast ? '-last' : ''})`}
      />
    </g>
  );
}
