import { Handle, NodeResizer, type NodeProps } from '@xyflow/react';
import { memo, useContext, useMemo } from 'react';
import { kindById } from '#kinds/index';
import { hasText, withTexts } from '#ui/i18n/catalogue';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { late } from '#ui/look/late';
import { useDocument } from '#ui/store/documentStore';
import { areEyesAbove } from '#ui/store/eyesAbove';
import { useLint } from '#ui/store/lintStore';
import { useRun } from '#ui/store/runStore';
import { useDrawnRun } from '#ui/store/useDrawnRun';
import { useSparks } from '#ui/store/sparkStore';
import { markOfNode } from '#ui/store/stopMarks';
import { useStops } from '#ui/store/stopStore';
import { EventTypesContext } from './EventTypesContext';
import { FaceBoundary } from './FaceBoundary';
import { faceOf, sizeOf } from './faceOf';
import { positions, spotId, type CanvasNode } from './flowElements';
import styles from './FlowNodeView.module.css';
import { frameOf, nodeNameAt, placesOf, wireTargetAt } from './nodeFrame';
import { nodeLabel, stateWord } from './nodeLabel';
import { portPoint, portsOf } from './portPoint';
import { resizeNode, endResize } from './resizeNode';
import { ZoomLevelContext } from './zoomLevel';

const NodeWarning = late(async () => (await withTexts('lint', import('./NodeWarning'))).NodeWarning);
const Sparkline = late(async () => (await import('./Sparkline')).Sparkline);
const NodeStop = late(async () => (await withTexts('later', import('./NodeStop'))).NodeStop);
const MonitorEyes = late(async () => (await import('./MonitorEyes')).MonitorEyes);

/** One node: its face, its ports, and the name that is read out. It follows its own slot of the run only. */
export const FlowNodeView = memo(function FlowNodeView({ data, selected }: NodeProps<CanvasNode>) {
  const { node, spots, targets } = data;
  const t = useText();
  const language = useContext(LanguageContext);
  const zoomLevel = useContext(ZoomLevelContext);
  const eventTypes = useContext(EventTypesContext);
  const frame = useDrawnRun((run) => frameOf(run, node));
  // A fresh function when a target gets another name: faces then ask again.
  const wireTargets = useMemo(() => (targets === '' ? () => '' : wireTargetAt), [targets]);
  const wirePlaces = useMemo(() => placesOf(spots, () => useRun.getState().doc), [spots]);
  const face = faceOf(node);
  const broken = <div className={styles['broken']}>{t('canvas.faceBroken')}</div>;
  const monitors = frame === null ? null : (face?.monitors?.(frame.view) ?? null);
  const hasEyesAbove = useDocument(({ doc }) => monitors !== null && areEyesAbove(node, doc, sizeOf));
  const warnings = useLint(({ warned }) => warned.get(node.id) ?? 0);
  const spark = useSparks(({ sparks }) => sparks.get(node.id));
  const stop = useStops(({ breakpoints }) => markOfNode(breakpoints, node.id));
  const isResizable = kindById.get(node.kind)?.resizable === true;
  return (
    <>
      <div
        id={nodeElementId(node.id)}
        className={styles['node']}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A picture made of elements, not a file.
        role="img"
        aria-label={nodeLabel(node, frame, t, language)}
        data-frame={face?.isFrame}
      >
        {face === undefined ? (
          broken
        ) : (
          <FaceBoundary fallback={broken} retryOn={node}>
            <face.Face
              node={node}
              settings={node.settings}
              frame={frame}
              stateWord={stateWord(frame, t)}
              eventTypes={eventTypes}
              zoomLevel={zoomLevel}
              isSelected={selected}
              nodeNames={nodeNameAt}
              wireTargets={wireTargets}
              wirePlaces={wirePlaces}
            />
          </FaceBoundary>
        )}
        {face?.isFrame === true && <FrameEdges />}
      </div>
      {spark !== undefined && zoomLevel === 'full' && <Sparkline spark={spark} />}
      {warnings > 0 && <NodeWarning id={node.id} name={node.name} count={warnings} />}
      {stop !== null && (
        <NodeStop id={node.id} name={node.name} isOn={stop === 'on'} isSmall={zoomLevel !== 'full'} />
      )}
      {monitors !== null && (
        <MonitorEyes
          node={node.id}
          monitors={monitors}
          isAbove={hasEyesAbove}
          isSmall={zoomLevel !== 'full'}
        />
      )}
      {isResizable && (
        <NodeResizer
          isVisible={selected}
          minWidth={100}
          minHeight={50}
          handleClassName={styles['resizer'] ?? ''}
          lineClassName={styles['resizeLine'] ?? ''}
          onResize={(_, box) => resizeNode(node, box)}
          onResizeEnd={endResize}
        />
      )}
      <Handles node={node} spots={spots} />
    </>
  );
});

/** The id of a node's element, which the canvas names as its active descendant. */
export const nodeElementId = (node: string) => `flow-node-${node}`;

/** Its ports, and where its wires end: as long as these stay, they are not drawn anew with every change of its state. */
const Handles = memo(function Handles({ node, spots }: Pick<CanvasNode['data'], 'node' | 'spots'>) {
  const t = useText();
  const wired = new Set(spots.map((spot) => spot.port.id));
  return (
    <>
      {portsOf(node).map((port) => {
        const { x, y } = portPoint(node, port);
        const name = `kinds.port.${node.kind}.${port.id}`;
        return (
          <Handle
            key={port.id}
            id={port.id}
            type={port.direction === 'out' ? 'source' : 'target'}
            position={positions[port.side]}
            className={styles['port'] ?? ''}
            style={{ left: x, top: y }}
            title={hasText(name) ? t(name) : port.id}
            data-port={port.id}
            data-node={node.id}
            data-wired={wired.has(port.id)}
            data-dead={port.deadLetter === true}
            data-side={port.side}
          />
        );
      })}
      {spots.map(({ port, wire, x, y }) => (
        <Handle
          key={spotId(port.id, wire)}
          id={spotId(port.id, wire)}
          type={port.direction === 'out' ? 'source' : 'target'}
          position={positions[port.side]}
          isConnectableStart={false}
          className={styles['spot'] ?? ''}
          style={{ left: x, top: y }}
        />
      ))}
    </>
  );
});

/** The four edges of a frame: where it can be taken. */
function FrameEdges() {
  return (['top', 'right', 'bottom', 'left'] as const).map((side) => (
    <i key={side} className={styles['frameEdge']} data-side={side} />
  ));
}
