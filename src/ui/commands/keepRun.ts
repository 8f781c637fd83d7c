import { canKeepRun, keepRun as keep } from '#ui/store/branchEdits';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';

/** Keeps the run as it is, goes on in a branch of it, and shows both. */
export const keepRun: Command = {
  id: 'keepRun',
  label: 'editor.cmd.keepRun',
  group: 'run',
  shortcuts: ['B'],
  menus: [],
  isEnabled: () => canKeepRun(useDocument.getState().doc),
  perform() {
    keep();
    useView.getState().showBottom('compare');
  },
};
