import { MiniMap } from '@xyflow/react';
import { ListTree, Maximize, Minus, Plus } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { formatPercent } from '#ui/look/format';
import { TokenShape } from '#ui/look/TokenShape';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import styles from './CanvasCorners.module.css';
import { MapNode } from './MapNode';

/** What lies in the corners of the canvas: zoom, legend, map. */
export function CanvasCorners() {
  const t = useText();
  return (
    <>
      <div className={styles['left']}>
        <Zoom />
        <Legend />
      </div>
      <MiniMap
        className={styles['map'] ?? ''}
        style={mapSize}
        position="bottom-right"
        nodeComponent={MapNode}
        bgColor="transparent"
        maskColor="transparent"
        maskStrokeColor="var(--ink)"
        maskStrokeWidth={2}
        offsetScale={4}
        pannable
        zoomable
        ariaLabel={t('canvas.minimap')}
      />
    </>
  );
}

/** React Flow computes with the size from here. */
const mapSize = { width: 178, height: 108 };

function Zoom() {
  const t = useText();
  const language = useView((state) => state.language);
  const zoom = useView((state) => state.zoom);
  const api = useView((state) => state.canvasApi);
  const isOutlineShown = useView((state) => state.isOutlineShown);
  return (
    <div className={`${styles['corner']} ${styles['zoom']}`} role="toolbar" aria-label={t('canvas.zoom')}>
      <button
        type="button"
        className={styles['outline']}
        aria-label={t('shell.outline')}
        aria-pressed={isOutlineShown}
        title={t('shell.outline')}
        onClick={() => useView.getState().showOutline(!isOutlineShown)}
      >
        <ListTree size={15} aria-hidden="true" />
      </button>
      <button type="button" aria-label={t('canvas.zoomOut')} onClick={() => api?.zoomBy(1 / 1.25)}>
        <Minus size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles['level']}
        aria-label={t('canvas.zoomReset')}
        onClick={() => api?.zoomTo(1)}
      >
        {formatPercent(Math.round(zoom * 100) / 100, language).replace(/\.\d+/, '')}
      </button>
      <button type="button" aria-label={t('canvas.zoomIn')} onClick={() => api?.zoomBy(1.25)}>
        <Plus size={15} aria-hidden="true" />
      </button>
      <button type="button" aria-label={t('canvas.fit')} onClick={() => api?.fitView()}>
        <Maximize size={15} aria-hidden="true" />
      </button>
    </div>
  );
}

const typesAtMost = 8;

function Legend() {
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  if (types.length === 0) return null;
  return (
    <ul className={`${styles['corner']} ${styles['legend']}`} aria-label={t('canvas.legend')}>
      {types.slice(0, typesAtMost).map((type) => (
        <li key={type.id}>
          <TokenShape sign={type} size={15} />
          {type.name}
        </li>
      ))}
      {types.length > typesAtMost && <li>{t('canvas.andMore', { n: types.length - typesAtMost })}</li>}
    </ul>
  );
}
