import type { PictureState } from './AutomatonPicture';
import type { Box } from './geometry';
import styles from './graph.module.css';
import type { MeasuredState } from './measurePicture';
import { measures } from './measures';
import { cornerOf } from './PictureLayout';
import { TokenRow } from './TokenRow';
import { shorten } from './wrapText';

interface Props {
  /** The state as it is now. */
  readonly state: PictureState;
  readonly measured: MeasuredState;
  readonly box: Box;
  readonly isCurrent: boolean;
  readonly isFocused: boolean;
  readonly isRegion: boolean;
}

/** One state: rounded, filled when it is current, with a second ring when it is accepting. */
export function StateShape({ state, measured, box, isCurrent, isFocused, isRegion }: Props) {
  const { width, height } = box;
  const own = { x: 0, y: 0, width, height };
  const { x, y } = own;
  const { form = 'plain', mark } = state;
  const radius = cornerOf(box, measured.hasChildren);
  const isDouble = state.isAccepting === true || form === 'final';
  return (
    <g
      className={styles['state']}
      style={{ transform: `translate(${box.x}px, ${box.y}px)` }}
      data-state={state.id}
      data-current={isCurrent || undefined}
      data-form={form}
      data-parent={measured.hasChildren || undefined}
      data-region={isRegion || undefined}
      data-tone={mark?.tone}
    >
      <title>{state.label}</title>
      {isFocused && (
        <rect
          className={styles['focus']}
          x={x - 5}
          y={y - 5}
          width={width + 10}
          height={height + 10}
          rx={radius + 5}
        />
      )}
      <rect className={styles['body']} x={x} y={y} width={width} height={height} rx={radius} />
      {isDouble && (
        <rect
          className={styles['ring']}
          x={x + measures.ring}
          y={y + measures.ring}
          width={width - 2 * measures.ring}
          height={height - 2 * measures.ring}
          rx={Math.max(2, radius - measures.ring)}
        />
      )}
      {measured.hasChildren ? (
        <Head state={state} measured={measured} box={own} />
      ) : (
        <Inside state={state} measured={measured} box={own} />
      )}
      <TokenRow tokens={state.tokens ?? []} more={state.more ?? 0} box={own} />
    </g>
  );
}

interface PartProps {
  readonly state: PictureState;
  readonly measured: MeasuredState;
  readonly box: Box;
}

function Head({ state, measured, box }: PartProps) {
  const label = measured.lines.join(' ');
  const word = noteOf(state);
  return (
    <text className={styles['head']} x={box.x + 14} y={box.y + 20} fontSize={measures.labelFont}>
      {label}
      {word !== '' && (
        <tspan className={styles['note']} fontSize={measures.noteFont} dx={8}>
          {word}
        </tspan>
      )}
    </text>
  );
}

function Inside({ state, measured, box }: PartProps) {
  const middle = box.x + box.width / 2;
  const isHistory = state.form === 'history' || state.form === 'deepHistory';
  const lines = isHistory ? [state.form === 'history' ? 'H' : 'H*'] : measured.lines;
  const note = noteOf(state);
  const hasNote = note !== '' && !isHistory;
  const height = lines.length * measures.labelLine + (hasNote ? measures.noteLine : 0);
  const first = box.y + (box.height - height) / 2 + measures.labelFont - 0.5;
  return (
    <>
      {lines.map((line, index) => (
        <text
          key={index}
          x={middle}
          y={first + index * measures.labelLine}
          fontSize={measures.labelFont}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
      {hasNote && (
        <text
          className={styles['note']}
          x={middle}
          y={first + lines.length * measures.labelLine - 1}
          fontSize={measures.noteFont}
          textAnchor="middle"
        >
          {shorten(note, box.width - 14, measures.noteFont)}
        </text>
      )}
    </>
  );
}

function noteOf({ note = '', mark }: PictureState): string {
  return [mark?.word ?? '', note].filter((text) => text !== '').join(' · ');
}
