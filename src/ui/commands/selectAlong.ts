import { useView } from '#ui/store/viewStore';
import { walkFlow } from '#ui/store/walkFlow';
import { currentDoc, selectedNodes } from './selected';

/** Selects what the selected nodes can be reached from, or what they reach. */
export function selectAlong(direction: 'upstream' | 'downstream'): void {
  const from = selectedNodes().map((node) => node.id);
  useView.getState().select({ nodes: walkFlow(currentDoc(), from, direction) });
}
