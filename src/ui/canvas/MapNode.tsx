import type { MiniMapNodeProps } from '@xyflow/react';
import { useDocument } from '#ui/store/documentStore';
import { faceOf } from './faceOf';
import styles from './MapNode.module.css';
import { nodeOf } from './nodeFrame';

/** A node on the map: a shape for each sort of kind. */
export function MapNode({ id, x, y, width, height, selected }: MiniMapNodeProps) {
  const node = useDocument((state) => nodeOf(state.doc, id));
  const shape = (node && faceOf(node)?.mapShape(node.settings)) ?? 'box';
  return (
    <g
      className={styles['node']}
      data-shape={shape}
      data-selected={selected}
      transform={`translate(${x} ${y})`}
    >
      {shape === 'pentagon' ? (
        <path d={`M0 0H${width * 0.85}L${width} ${height / 2}L${width * 0.85} ${height}H0z`} />
      ) : (
        <rect width={width} height={height} rx={shape === 'cylinder' ? height * 0.3 : 14} />
      )}
      {shape === 'rails' && (
        <path
          className={styles['rails']}
          d={`M-18 ${height * 0.34}h${width + 36}M-18 ${height * 0.72}h${width + 36}`}
        />
      )}
    </g>
  );
}
