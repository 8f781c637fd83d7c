import { useReactFlow, type FinalConnectionState, type OnConnectEnd, type OnReconnect } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import type { WireEnd } from '#engine/model/FlowDoc';
import { checkWire } from '#engine/model/checkWire';
import { kindById, kinds } from '#kinds/index';
import { connectEnds, reconnectWire } from '#ui/commands/connectEnds';
import { sayProblem } from '#ui/commands/say';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { fittingPorts, linkOf } from '#ui/store/wiring';
import { portOfHandle, type CanvasWire } from './flowElements';
import type { Point } from './outward';
import { portsOf } from './portPoint';

interface HandlePair {
  readonly source: string;
  readonly sourceHandle?: string | null;
  readonly target: string;
  readonly targetHandle?: string | null;
}

/** Wires drawn by hand: from port to port, to a node, or to empty canvas; refusals say why. */
export function useConnecting() {
  const { screenToFlowPosition } = useReactFlow();
  // React Flow tells of the end of a new wire also when an old one is taken elsewhere.
  const isReconnecting = useRef(false);
  const onReconnectStart = useCallback(() => {
    isReconnecting.current = true;
  }, []);

  const isValidConnection = useCallback((pair: HandlePair) => {
    const { doc } = useDocument.getState();
    return checkWire(doc, kinds, ...endsOf(pair)) === null;
  }, []);

  const onConnectEnd: OnConnectEnd = useCallback(
    (event, state) => {
      const from = startOf(state);
      if (from === null || isReconnecting.current) return;
      const to = endAt(event, state, from);
      if (to !== null) sayProblem(connectEnds(from, to), 'warn');
      else if (isOverPane(event))
        useView.getState().openQuickAdd({ ...screenToFlowPosition(pointOf(event)), from });
    },
    [screenToFlowPosition],
  );

  const onReconnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, edge: CanvasWire, _side: unknown, state: FinalConnectionState) => {
      isReconnecting.current = false;
      const { doc } = useDocument.getState();
      const wire = doc.wires.find((one) => one.id === edge.id);
      const fixed = startOf(state);
      const to = fixed === null ? null : endAt(event, state, fixed);
      if (wire === undefined || fixed === null || to === null) return;
      const link = linkOf(doc, fixed, to);
      sayProblem(reconnectWire(wire.id, link.from, link.to), 'warn');
    },
    [],
  );

  /** Ports and nodes chosen by two clicks: the way without dragging. */
  const clickPort = useCallback((end: WireEnd) => {
    const { connectFrom, startConnecting } = useView.getState();
    if (connectFrom === null) {
      startConnecting(end);
      return;
    }
    startConnecting(null);
    if (connectFrom.node !== end.node || connectFrom.port !== end.port)
      sayProblem(connectEnds(connectFrom, end), 'warn');
  }, []);

  return { isValidConnection, onConnectEnd, onReconnectStart, onReconnectEnd, clickPort };
}

/** React Flow offers ends of wires for taking only to whom asks for this; the work is done when the drag ends. */
export const onReconnect: OnReconnect<CanvasWire> = () => undefined;

function endsOf({ source, sourceHandle, target, targetHandle }: HandlePair): [WireEnd, WireEnd] {
  return [
    { node: source, port: portOfHandle(sourceHandle ?? '') },
    { node: target, port: portOfHandle(targetHandle ?? '') },
  ];
}

function startOf({ fromNode, fromHandle }: FinalConnectionState): WireEnd | null {
  if (fromNode === null || typeof fromHandle?.id !== 'string') return null;
  return { node: fromNode.id, port: portOfHandle(fromHandle.id) };
}

/** The port under the pointer, or the first fitting one of the node under it; null elsewhere. */
function endAt(
  event: MouseEvent | TouchEvent,
  { toNode, toHandle }: FinalConnectionState,
  from: WireEnd,
): WireEnd | null {
  if (toNode !== null && typeof toHandle?.id === 'string') {
    return { node: toNode.id, port: portOfHandle(toHandle.id) };
  }
  const { x, y } = pointOf(event);
  const id = document.elementFromPoint(x, y)?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
  return id === null || id === from.node ? null : portOfNode(id, from);
}

/** The port of a node that a wire from an end should go to; one that does not fit when none does. */
export function portOfNode(id: string, from: WireEnd): WireEnd | null {
  const { doc } = useDocument.getState();
  const node = doc.nodes.find((one) => one.id === id);
  const kind = kindById.get(node?.kind ?? '');
  if (node === undefined || kind === undefined) return null;
  const port = fittingPorts(doc, from, kind)[0] ?? portsOf(node)[0];
  return port === undefined ? null : { node: id, port: port.id };
}

function isOverPane(event: MouseEvent | TouchEvent): boolean {
  const { x, y } = pointOf(event);
  return document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') ?? false;
}

function pointOf(event: MouseEvent | TouchEvent): Point {
  const source = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: source?.clientX ?? 0, y: source?.clientY ?? 0 };
}
