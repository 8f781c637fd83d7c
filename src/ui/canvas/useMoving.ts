import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import type { Places } from '#ui/store/arrange';
import { boxOf } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { sizeOf } from './faceOf';
import type { CanvasNode } from './flowElements';
import { alignBox, type Guide } from './helperGuides';
import { moveTo, settleInFrames, withMembers } from './moveGesture';
import type { Point } from './outward';

interface Gesture {
  readonly key: string;
  /** The node under the pointer: the one that is aligned with others. */
  readonly lead: string;
  readonly start: Point;
  /** Alt at the start: what is dragged is a copy. */
  readonly isCopy: boolean;
  moved: readonly string[];
}

const noGuides: readonly Guide[] = [];
const guideReach = 6;
let gestures = 0;

/** Dragging nodes: into the document, aligned and with members of frames, as one undo step. */
export function useMoving(isSnapping: boolean) {
  const gesture = useRef<Gesture | null>(null);
  const [guides, setGuides] = useState(noGuides);

  const onNodeDragStart: OnNodeDrag<CanvasNode> = useCallback((event, node) => {
    gestures += 1;
    gesture.current = {
      key: `drag ${gestures}`,
      lead: node.id,
      start: node.position,
      isCopy: event.altKey,
      moved: [],
    };
  }, []);

  const onMoves = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const now = gesture.current;
      const places = placesIn(changes);
      if (now === null || places.size === 0) return;
      const { doc } = useDocument.getState();
      const alignment = isSnapping ? aligned(now.lead, places) : null;
      const shifted =
        alignment === null
          ? places
          : new Map([...places].map(([id, { x, y }]) => [id, { x: x + alignment.dx, y: y + alignment.dy }]));
      const all = withMembers(doc, shifted);
      now.moved = [...all.keys()];
      moveTo(all, now.key);
      setGuides(alignment?.guides ?? noGuides);
    },
    [isSnapping],
  );

  const onNodeDragStop: OnNodeDrag<CanvasNode> = useCallback(() => {
    const now = gesture.current;
    gesture.current = null;
    setGuides(noGuides);
    if (now === null || now.moved.length === 0) return;
    if (now.isCopy) void leaveOriginals(now);
    else settleInFrames(now.moved, now.key);
  }, []);

  return { guides, onMoves, onNodeDragStart, onNodeDragStop };
}

function placesIn(changes: readonly NodeChange<CanvasNode>[]): Places {
  const places = new Map<string, Point>();
  for (const change of changes) {
    if (change.type !== 'position' || change.dragging !== true || change.position === undefined) continue;
    places.set(change.id, { x: Math.round(change.position.x), y: Math.round(change.position.y) });
  }
  return places;
}

function aligned(lead: string, places: Places) {
  const { doc } = useDocument.getState();
  const node = doc.nodes.find((one) => one.id === lead);
  const place = places.get(lead);
  if (node === undefined || place === undefined) return null;
  const others = doc.nodes.filter((one) => !places.has(one.id) && one.group !== lead);
  const moving = { ...boxOf(node, sizeOf), ...place };
  return alignBox(
    moving,
    others.map((one) => boxOf(one, sizeOf)),
    guideReach / useView.getState().zoom,
  );
}

/** What was dragged goes back where it came from, and copies stand where it was dropped. */
async function leaveOriginals({ lead, start, moved }: Gesture): Promise<void> {
  // Only who copies by dragging needs it.
  const { duplicateNodes } = await import('#ui/commands/clipboardText');
  const { doc, endGesture, undo } = useDocument.getState();
  const node = doc.nodes.find((one) => one.id === lead);
  if (node === undefined) return;
  const offset = { x: node.x - start.x, y: node.y - start.y };
  endGesture();
  undo();
  duplicateNodes(moved, offset);
}
