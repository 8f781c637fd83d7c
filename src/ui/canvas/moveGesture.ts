import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import { boxOf, type Box } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import type { Places } from '#ui/store/arrange';
import { faceOf, sizeOf } from './faceOf';
import type { Point } from './outward';

/** Places with the members of moved frames taken along. */
export function withMembers(doc: FlowDoc, places: Places): Places {
  const all = new Map(places);
  for (const node of doc.nodes) {
    const place = places.get(node.id);
    if (place === undefined || faceOf(node)?.isFrame !== true) continue;
    for (const member of doc.nodes) {
      if (member.group !== node.id || places.has(member.id)) continue;
      all.set(member.id, { x: member.x + place.x - node.x, y: member.y + place.y - node.y });
    }
  }
  return all;
}

/** Moves nodes as part of a gesture: all moves with one `gesture` are one undo step. */
export function moveTo(places: Places, gesture: string): void {
  editMoved([...places.keys()], gesture, (node) => {
    Object.assign(node, places.get(node.id));
  });
}

/** Makes moved nodes members of the frame that they were put into, or of none. Ends the gesture. */
export function settleInFrames(ids: readonly string[], gesture: string): void {
  const { doc } = useDocument.getState();
  const frames = doc.nodes
    .filter((node) => faceOf(node)?.isFrame === true)
    .map((node) => ({ id: node.id, box: boxOf(node, sizeOf) }))
    .toSorted((a, b) => a.box.width * a.box.height - b.box.width * b.box.height);
  const moved = new Set(ids);
  const homes = new Map(
    doc.nodes
      .filter((node) => moved.has(node.id) && faceOf(node)?.isFrame !== true)
      .map((node) => {
        const centre = centreOf(boxOf(node, sizeOf));
        return [node.id, frames.find(({ box }) => contains(box, centre))?.id] as const;
      }),
  );
  editMoved(ids, gesture, (node) => {
    if (!homes.has(node.id)) return;
    const home = homes.get(node.id);
    if (home === undefined) delete node.group;
    else node.group = home;
  });
  useDocument.getState().endGesture();
}

type Draft = { -readonly [Key in keyof FlowNode]: FlowNode[Key] };

function editMoved(ids: readonly string[], gesture: string, change: (node: Draft) => void): void {
  const { doc, edit } = useDocument.getState();
  const only = ids.length === 1 ? doc.nodes.find((node) => node.id === ids[0]) : undefined;
  const moved = new Set(ids);
  const recipe: Parameters<typeof edit>[2] = (draft) => {
    for (const node of draft.nodes) if (moved.has(node.id)) change(node);
  };
  if (only === undefined) edit('editor.edit.move', { n: ids.length }, recipe, { merge: gesture });
  else edit('editor.edit.moveOne', { name: only.name }, recipe, { merge: gesture });
}

const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

const contains = ({ x, y, width, height }: Box, point: Point) =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
