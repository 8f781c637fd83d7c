import { canKeepRun, keepBeforeChange } from '#ui/store/branchEdits';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';

/** Keeps the run as it was before the last change, and shows what the change did. */
export const compareLastChange: Command = {
  id: 'compareLastChange',
  label: 'editor.cmd.compareLastChange',
  group: 'run',
  shortcuts: [],
  menus: [],
  isEnabled: () => {
    const { doc, undoStack } = useDocument.getState();
    return undoStack.length > 0 && canKeepRun(doc);
  },
  perform() {
    keepBeforeChange();
    useView.getState().showBottom('compare');
  },
};
