import type { FlowNode } from '#engine/model/FlowDoc';
import { boundsOf, boxOf, gridStep, type SizeOf } from './boxes';
import { addNode } from './addNode';
import type { FlowDraft } from './documentStore';

const margin = 2 * gridStep;

/** Draws a named frame around nodes and makes them its members. Answers with the id of the frame. */
export function groupNodes(
  draft: FlowDraft,
  ids: readonly string[],
  name: string,
  sizeOf: SizeOf,
): string | null {
  const members = draft.nodes.filter((node) => ids.includes(node.id));
  const bounds = boundsOf(members.map((node) => boxOf(node, sizeOf)));
  if (bounds === null) return null;
  const frame = {
    x: bounds.x - margin,
    y: bounds.y - margin,
    width: bounds.width + 2 * margin,
    height: bounds.height + 2 * margin,
  };
  const id = addNode(draft, {
    item: { kind: 'group', preset: 'plain' },
    name,
    at: { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 },
    sizeOf: () => frame,
  });
  if (id === null) return null;
  // The frame keeps its exact margin; only single new nodes snap.
  for (const node of draft.nodes) {
    if (node.id === id) Object.assign(node, frame);
    else if (ids.includes(node.id)) node.group = id;
  }
  return id;
}

/** The frames among these nodes, and the frames that these nodes are members of. */
export function groupsOf(nodes: readonly FlowNode[], ids: readonly string[]): readonly string[] {
  const chosen = new Set(ids);
  const frames = nodes.flatMap((node) => {
    if (node.group === undefined) return [];
    return chosen.has(node.id) || chosen.has(node.group) ? [node.group] : [];
  });
  return [...new Set(frames)];
}
