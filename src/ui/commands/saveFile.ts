import { slugOf } from '#engine/model/slugOf';
import { download } from './download';
import { currentDoc } from './selected';
import { always, type Command } from './Command';

/** Writes the flow to a file of JSON text. */
export const saveFile: Command = {
  id: 'saveFile',
  label: 'editor.cmd.saveFile',
  group: 'flow',
  shortcuts: ['Ctrl+S'],
  menus: [],
  isEnabled: always,
  perform: () => {
    const doc = currentDoc();
    download(`${slugOf(doc.name) || 'flow'}.flow.json`, `${JSON.stringify(doc, null, 2)}\n`);
  },
};
