import { useDocument } from '#ui/store/documentStore';
import { deleteParts } from '#ui/store/deleteParts';
import { useView } from '#ui/store/viewStore';
import { sayLostBus } from './sayLostBus';
import { nodesEmittingToSelected, selectedNodes } from './selected';

/** Deletes what was just copied, under the name that people look for in the undo list. */
export function cutSelection(): void {
  const { selection, clearSelection } = useView.getState();
  const losing = nodesEmittingToSelected();
  useDocument.getState().edit('editor.edit.cut', { n: selectedNodes().length }, (draft) => {
    deleteParts(draft, selection);
  });
  clearSelection();
  sayLostBus(losing);
}
