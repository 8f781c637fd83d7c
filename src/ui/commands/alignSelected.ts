import { align, type Alignment } from '#ui/store/arrange';
import { moveNodes } from './moveNodes';
import { selectedNodes } from './selected';

export function alignSelected(to: Alignment): void {
  const nodes = selectedNodes();
  moveNodes('editor.edit.align', { n: nodes.length }, align(nodes, to));
}
