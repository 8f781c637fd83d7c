import { middleOf } from './geometry';
import styles from './editor.module.css';
import type { PictureLayout } from './PictureLayout';
import type { Drawing } from './useEditing';

interface Props {
  readonly layout: PictureLayout;
  readonly drawing: Drawing;
}

/** The transition that is being drawn, and a ring around the state it would lead to. */
export function RubberLine({ layout, drawing }: Props) {
  const boxOf = (id: string | null) => layout.states.find(({ state }) => state.id === id)?.box;
  const from = boxOf(drawing.from);
  const over = boxOf(drawing.over);
  if (from === undefined) return null;
  const start = middleOf(from);
  const end = drawing.at ?? (over === undefined ? start : middleOf(over));
  return (
    <g className={styles['rubber']}>
      <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} />
      {over !== undefined && (
        <rect x={over.x - 5} y={over.y - 5} width={over.width + 10} height={over.height + 10} rx={20} />
      )}
    </g>
  );
}
