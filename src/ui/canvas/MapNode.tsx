import type { MiniMapNodeProps } from '@xyflow/react';
import { useDocument } from '#ui/store/documentStore';
import { faceOf } from './faceOf';
import styles from './MapNode.module.css';
import { nodeOf } from './nodeFrame';

/** A node on the map: a shape for each sort of kind. */
export function MapNode({ id, x, y, width, height, selected }: MiniMapNodeProps) {
  const node = useDocument((state) => nodeOf(state.doc, id));
  const shape = (node && faceOf(node)?.mapShape(node.settings)) ?? 'box';
  // Placed by numbers and not by a transform: of hundreds, each would be a layer of its own to the browser.
  return (
    <g className={styles['node']} data-shape={shape} data-selected={selected}>
      {shape === 'pentagon' ? (
        <path
          d={`M${x} ${y}h${width * 0.85}l${width * 0.15} ${height / 2}l${-width * 0.15} ${height / 2}h${-width * 0.85}z`}
        />
      ) : (
        <rect x={x} y={y} width={width} height={height} rx={shape === 'cylinder' ? height * 0.3 : 14} />
      )}
      {shape === 'rails' && (
        <path
          className={styles['rails']}
          d={`M${x - 18} ${y + height * 0.34}h${width + 36}M${x - 18} ${y + height * 0.72}h${width + 36}`}
        />
      )}
    </g>
  );
}
