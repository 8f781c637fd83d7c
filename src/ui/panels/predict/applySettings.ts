import type { Settings } from '#engine/model/fields';
import { useDocument } from '#ui/store/documentStore';

/** Gives a node other settings, as one undo step that says so. */
export function applySettings(id: string, settings: Settings, servers: number): void {
  const { doc, edit } = useDocument.getState();
  const name = doc.nodes.find((node) => node.id === id)?.name ?? id;
  edit('predicting.undo', { node: name, n: servers }, (draft) => {
    const node = draft.nodes.find((one) => one.id === id);
    if (node !== undefined) Object.assign(node.settings, settings);
  });
}
