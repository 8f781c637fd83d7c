import '@xyflow/react/dist/base.css';
import {
  Background,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useKeyPress,
  type EdgeChange,
  type NodeChange,
  type Viewport,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { comparedBranchOf } from '#engine/model/branches';
import { withTexts } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { late } from '#ui/look/late';
import { LiveTimeContext } from '#ui/look/liveTime';
import { gridStep } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { CanvasCorners } from './CanvasCorners';
import { ConnectionLine } from './ConnectionLine';
import { EmptyHint } from './EmptyHint';
import { EventTypesContext } from './EventTypesContext';
import { FlowElements, wireElementId, type CanvasNode, type CanvasWire } from './flowElements';
import styles from './FlowCanvas.module.css';
import { FlowNodeView, nodeElementId } from './FlowNodeView';
import { FlowWireView, gripDistance } from './FlowWireView';
import { GuideLines } from './GuideLines';
import { RenameField } from './RenameField';
import { runPicture } from './runPicture';
import { runTime } from './runTime';
import { TokenOverlay } from './tokens/TokenOverlay';
import { useCanvasApi } from './useCanvasApi';
import { useCanvasKeys } from './useCanvasKeys';
import { catchTokenClick, useCanvasPointer } from './useCanvasPointer';
import { onReconnect, useConnecting } from './useConnecting';
import { useMoving } from './useMoving';
import { useSelecting } from './useSelecting';
import { useTap } from './useTap';
import { useWireNames } from './useWireNames';
import { ZoomLevelContext, zoomLevelAt } from './zoomLevel';

const nodeTypes = { flow: FlowNodeView };
const edgeTypes = { wire: FlowWireView };
const grid: [number, number] = [gridStep, gridStep];
const mouseButtonsThatPan = [1, 2];
const options = { hideAttribution: true };

const OtherFlow = late(async () => (await withTexts('comparing', import('./OtherFlow'))).OtherFlow);

/** The canvas: nodes, wires and tokens of the flow, and everything one does to them by hand. */
export function FlowCanvas() {
  const isPaired = useIsPaired();
  return (
    <ReactFlowProvider>
      <LiveTimeContext value={runTime}>
        <div className={styles['room']}>
          <div className={styles['pair']}>
            <Canvas />
            {isPaired && <OtherFlow />}
          </div>
        </div>
      </LiveTimeContext>
    </ReactFlowProvider>
  );
}

function Canvas() {
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  const doc = useDocument((state) => state.doc);
  const selection = useView((state) => state.selection);
  const isPlacing = useView((state) => state.placing !== null);
  const isConnecting = useView((state) => state.connectFrom !== null);
  const pansByWheel = useView((state) => state.wheel) === 'pan';
  const active = activeElement(selection);
  const { nodes, wires } = useElements();
  const [zoomLevel, setZoomLevel] = useState(zoomLevelAt(1));
  const eventTypes = useEventTypes();

  const isFree = useKeyPress('Alt');
  const isSnapping = useView((state) => state.snap) && !isFree;
  const { guides, onMoves, onNodeDragStart, onNodeDragStop } = useMoving(isSnapping);
  const { onNodeSelect, onWireSelect } = useSelecting();
  const { clickPort, ...connecting } = useConnecting();
  const pointer = useCanvasPointer(clickPort);
  const { onPress, onTap } = useTap(pointer.onPaneClick);
  const onKeyDown = useCanvasKeys();
  useCanvasApi(root);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      onNodeSelect(changes);
      onMoves(changes);
    },
    [onNodeSelect, onMoves],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasWire>[]) => onWireSelect(changes),
    [onWireSelect],
  );
  const onViewportChange = useCallback(({ zoom }: Viewport) => {
    setZoomLevel(zoomLevelAt(zoom));
    if (useView.getState().zoom !== zoom) useView.getState().setZoom(zoom);
  }, []);

  return (
    // The canvas is one tab stop whose active descendant is where one is; a group may have that and handle keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={root}
      className={styles['canvas']}
      data-placing={isPlacing}
      data-connecting={isConnecting}
      data-zoom={zoomLevel}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A fieldset is for forms.
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('canvas.flow', { name: doc.name })}
      aria-describedby="canvas-hint"
      aria-activedescendant={active}
      onKeyDown={(event) => {
        event.currentTarget.dataset['by'] = 'keys';
        onKeyDown(event);
      }}
      onClickCapture={catchTokenClick}
      onClick={onTap}
      onDoubleClick={pointer.onDoubleClick}
      onPointerDown={(event) => {
        event.currentTarget.dataset['by'] = 'pointer';
        focusUnlessTyping(root.current);
        onPress(event);
      }}
    >
      <p id="canvas-hint" className={styles['hint']}>
        {t('canvas.flowHint')}
      </p>
      <ZoomLevelContext value={zoomLevel}>
        <EventTypesContext value={eventTypes}>
          <ReactFlow<CanvasNode, CanvasWire>
            nodes={nodes}
            edges={wires}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            onNodeDragStart={onNodeDragStart}
            onNodeDragStop={onNodeDragStop}
            onNodeClick={pointer.onNodeClick}
            onPaneClick={pointer.onPaneClick}
            onPaneContextMenu={pointer.onPaneContextMenu}
            onNodeContextMenu={pointer.onNodeContextMenu}
            onSelectionContextMenu={pointer.onSelectionContextMenu}
            onEdgeContextMenu={pointer.onEdgeContextMenu}
            {...connecting}
            onReconnect={onReconnect}
            connectionLineComponent={ConnectionLine}
            connectionRadius={24}
            reconnectRadius={gripDistance}
            connectOnClick={false}
            onViewportChange={onViewportChange}
            minZoom={0.1}
            maxZoom={2.5}
            snapToGrid={isSnapping}
            snapGrid={grid}
            panOnDrag={mouseButtonsThatPan}
            panOnScroll={pansByWheel}
            zoomOnScroll={!pansByWheel}
            zoomOnDoubleClick={false}
            selectionOnDrag
            selectionMode={SelectionMode.Partial}
            selectionKeyCode={null}
            multiSelectionKeyCode={multiSelectionKeys}
            deleteKeyCode={null}
            nodesFocusable={false}
            edgesFocusable={false}
            disableKeyboardA11y
            elevateNodesOnSelect={false}
            nodeDragThreshold={3}
            proOptions={options}
          >
            <Background gap={gridStep} size={1.6} color="var(--grid)" />
            <GuideLines guides={guides} />
            <RenameField root={root} />
          </ReactFlow>
        </EventTypesContext>
      </ZoomLevelContext>
      <TokenOverlay />
      {doc.nodes.length === 0 && <EmptyHint />}
      <CanvasCorners />
    </div>
  );
}

const multiSelectionKeys = ['Shift', 'Control', 'Meta'];

/** Nodes and wires as React Flow wants them: the same objects as before for whatever looks the same. */
function useElements() {
  const doc = useDocument((state) => state.doc);
  const selection = useView((state) => state.selection);
  const nameWire = useWireNames();
  const [kept] = useState(() => new FlowElements());
  const nodes = useMemo(() => kept.nodesOf(doc, selection), [kept, doc, selection]);
  const wires = useMemo(() => kept.wiresOf(doc, selection, nameWire), [kept, doc, selection, nameWire]);
  return { nodes, wires };
}

/** The element that one is on: the node or, without one, the wire selected last. */
function activeElement({
  nodes,
  wires,
}: {
  readonly nodes: readonly string[];
  readonly wires: readonly string[];
}) {
  const [node, wire] = [nodes.at(-1), wires.at(-1)];
  if (node !== undefined) return nodeElementId(node);
  return wire === undefined ? undefined : wireElementId(wire);
}

/** Whether another run is looked at beside that of the document. */
function useIsPaired() {
  const isWanted = useView((state) => state.bottomTab === 'compare');
  const isThere = useDocument((state) => comparedBranchOf(state.doc) !== undefined);
  return isWanted && isThere;
}

function useEventTypes() {
  const shown = useDocument((state) => state.doc);
  const run = useRun((state) => state.doc);
  return runPicture(run, shown).eventTypes;
}

function focusUnlessTyping(root: HTMLDivElement | null): void {
  if (document.activeElement instanceof HTMLInputElement && root?.contains(document.activeElement) === true)
    return;
  root?.focus({ preventScroll: true });
}
