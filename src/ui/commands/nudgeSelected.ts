import { gridStep } from '#ui/store/boxes';
import { moveNodes } from './moveNodes';
import { currentDoc, selectedNodes } from './selected';

/** Moves the selected nodes, and the members of selected frames, by steps of the grid: the keyboard's drag. */
export function nudgeSelected(right: number, down: number): void {
  const chosen = new Set(selectedNodes().map((node) => node.id));
  const moving = currentDoc().nodes.filter(
    (node) => chosen.has(node.id) || (node.group !== undefined && chosen.has(node.group)),
  );
  const places = new Map(
    moving.map((node) => [node.id, { x: node.x + right * gridStep, y: node.y + down * gridStep }]),
  );
  const [only] = moving;
  if (only === undefined) return;
  // Presses in a row are one undo step, as one drag would be.
  const merge = `nudge ${[...places.keys()].join(' ')}`;
  if (moving.length === 1) moveNodes('editor.edit.moveOne', { name: only.name }, places, new Map(), merge);
  else moveNodes('editor.edit.move', { n: moving.length }, places, new Map(), merge);
}
