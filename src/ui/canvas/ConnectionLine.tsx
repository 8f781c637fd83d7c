import { Position, type ConnectionLineComponentProps } from '@xyflow/react';
import type { Port } from '#engine/model/NodeKind';
import styles from './ConnectionLine.module.css';
import type { CanvasNode } from './flowElements';
import { pathAround, pathBetween, pathData, turnsBack } from './wirePath';

/** How far above its ends a wire runs that goes back, as long as nobody knows what lies there. */
const lift = 80;

/** The wire that is being drawn: solid where it may end, in the colour of danger where it may not. */
export function ConnectionLine(props: ConnectionLineComponentProps<CanvasNode>) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, connectionStatus } = props;
  const from = { x: fromX, y: fromY, side: sides[fromPosition] };
  const to = { x: toX, y: toY, side: sides[toPosition] };
  const path = turnsBack(from, to)
    ? pathAround(from, to, Math.min(fromY, toY) - lift)
    : pathBetween(from, to);
  return (
    <g className={styles['line']} data-status={connectionStatus ?? 'open'}>
      <path d={pathData(path)} />
      <circle cx={toX} cy={toY} r={4} />
    </g>
  );
}

const sides: Readonly<Record<Position, Port['side']>> = {
  [Position.Left]: 'left',
  [Position.Right]: 'right',
  [Position.Top]: 'top',
  [Position.Bottom]: 'bottom',
};
