import { useReactFlow } from '@xyflow/react';
import { useCallback, useMemo, type MouseEvent as ReactMouseEvent } from 'react';
import type { WireEnd } from '#engine/model/FlowDoc';
import { placeNode } from '#ui/commands/placeNode';
import { useView, type ContextTarget } from '#ui/store/viewStore';
import type { CanvasNode, CanvasWire } from './flowElements';
import { tokenPainter } from './tokens/TokenPainter';
import { portOfNode } from './useConnecting';

type Press = ReactMouseEvent | MouseEvent;

/** Clicks on the canvas and on parts of faces, and the context menus of both. */
export function useCanvasPointer(clickPort: (end: WireEnd) => void) {
  const { screenToFlowPosition } = useReactFlow();
  const onCanvas = useCallback(
    (event: Press) => screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }),
    [screenToFlowPosition],
  );

  const onPaneClick = useCallback(
    (event: ReactMouseEvent) => {
      const { placing, connectFrom, startPlacing, startConnecting, openQuickAdd } = useView.getState();
      if (placing !== null) {
        placeNode(placing, onCanvas(event));
        if (!event.shiftKey) startPlacing(null);
      } else if (connectFrom !== null) {
        startConnecting(null);
        openQuickAdd({ ...onCanvas(event), from: connectFrom });
      }
    },
    [onCanvas],
  );

  const menus = useMemo(() => {
    const open = (event: Press, on: ContextTarget['on'], id: string) => {
      event.preventDefault();
      const { clientX: x, clientY: y, target } = event;
      const waiting = on === 'node' && target !== null ? waitingAt(target) : undefined;
      const at = onCanvas(event);
      useView.getState().openContextMenu({ on, id, x, y, at, ...(waiting === undefined ? {} : { waiting }) });
    };
    return {
      onPaneContextMenu: (event: Press) => open(event, 'canvas', ''),
      onNodeContextMenu: (event: ReactMouseEvent, node: CanvasNode) => {
        const { selection, select } = useView.getState();
        if (!selection.nodes.includes(node.id)) select({ nodes: [node.id] });
        open(event, 'node', node.id);
      },
      onSelectionContextMenu: (event: ReactMouseEvent, nodes: CanvasNode[]) =>
        open(event, 'node', nodes[0]?.id ?? ''),
      onEdgeContextMenu: (event: ReactMouseEvent, wire: CanvasWire) => {
        useView.getState().select({ wires: [wire.id] });
        open(event, 'wire', wire.id);
      },
    };
  }, [onCanvas]);

  const onNodeClick = useCallback(
    (event: ReactMouseEvent, node: CanvasNode) => {
      const view = useView.getState();
      const part = partAt(event.target);
      if (part.port !== undefined) clickPort({ node: node.id, port: part.port });
      else if (view.connectFrom !== null) {
        const end = portOfNode(node.id, view.connectFrom);
        if (end !== null) clickPort(end);
      } else if (part.event !== undefined) view.selectEvent(part.event);
      else if (part.isAutomaton) view.showInspector('automaton');
    },
    [clickPort],
  );

  const onDoubleClick = useCallback(
    (event: ReactMouseEvent) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      const node = target.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
      if (node !== null && target.closest('[data-part="name"]') !== null) {
        useView.getState().startRenaming(node);
      } else if (target.classList.contains('react-flow__pane')) {
        useView.getState().openQuickAdd(onCanvas(event));
      }
    },
    [onCanvas],
  );

  return { onPaneClick, onNodeClick, onDoubleClick, ...menus };
}

interface Part {
  readonly port?: string;
  readonly event?: number;
  readonly isAutomaton: boolean;
}

/** What part of a face was clicked. */
function partAt(target: EventTarget): Part {
  if (!(target instanceof Element)) return { isAutomaton: false };
  const port = target.closest('[data-port]')?.getAttribute('data-port');
  if (port !== undefined && port !== null) return { port, isAutomaton: false };
  const event = target.closest('[data-event]')?.getAttribute('data-event');
  if (event !== undefined && event !== null) return { event: Number(event), isAutomaton: false };
  return { isAutomaton: target.closest('[data-part="automaton"]') !== null };
}

/** The event that waits in a slot of a queue, if one was hit. */
function waitingAt(target: EventTarget): ContextTarget['waiting'] {
  const { event } = partAt(target);
  const queue = target instanceof Element ? target.closest('[data-queue]')?.getAttribute('data-queue') : null;
  return event === undefined || queue === null || queue === undefined ? undefined : { event, queue };
}

/** Tokens lie on a surface that lets clicks through: asks it first, and keeps a hit from meaning anything else. */
export function catchTokenClick(event: ReactMouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('.react-flow__pane, .react-flow__edge') === null) return;
  const { placing, connectFrom, selectEvent } = useView.getState();
  if (placing !== null || connectFrom !== null) return;
  const number = tokenPainter.eventAt({ x: event.clientX, y: event.clientY });
  if (number === null) return;
  selectEvent(number);
  event.stopPropagation();
}
