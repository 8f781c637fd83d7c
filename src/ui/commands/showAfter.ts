import type { NamedEdit } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';

/** Shows where the nodes are after an edit was taken back or made again that moves all of them. */
export function showAfter({ label }: NamedEdit): void {
  if (label === 'editor.edit.layout') useView.getState().canvasApi?.fitView();
}
