import type { FlowNode } from '#engine/model/FlowDoc';
import type { NodeFrame } from '#engine/runtime/Trace';
import { kindById } from '#kinds/index';
import { faceOf } from './faceOf';

/** Whether a node stands otherwise in two runs, by what a person reads first: its state, its figure, what waits in it. */
export function looksDifferent(node: FlowNode, own: NodeFrame | null, other: NodeFrame | null): boolean {
  if (own === other) return false;
  return signOf(node, own) !== signOf(node, other);
}

function signOf(node: FlowNode, frame: NodeFrame | null): string {
  if (frame === null || frame.view === null) return '';
  const figure = faceOf(node)?.figure(node.settings, frame.view)?.used ?? 0;
  const lines = kindById.get(node.kind)?.waiting?.(frame.view) ?? [];
  const waiting = lines.map(({ tokens }) => tokens.map(({ number }) => number).join());
  return [frame.lifecycle, figure, ...waiting].join(' ');
}
