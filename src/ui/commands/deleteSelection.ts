import { useDocument } from '#ui/store/documentStore';
import { deleteAndReconnect, deleteParts } from '#ui/store/deleteParts';
import { useView } from '#ui/store/viewStore';
import type { TextKey, TextValues } from '#ui/i18n/catalogue';
import { sayLostBus } from './sayLostBus';
import { nodesEmittingToSelected, selectedNodes, selectedWires } from './selected';

/** Deletes what is selected; `reconnecting` joins what the deleted nodes stood between. */
export function deleteSelection(reconnecting = false): void {
  const { selection, clearSelection } = useView.getState();
  const [label, values] = nameOfDeletion(reconnecting);
  const losing = nodesEmittingToSelected();
  useDocument.getState().edit(label, values, (draft) => {
    if (reconnecting) deleteAndReconnect(draft, selection);
    else deleteParts(draft, selection);
  });
  clearSelection();
  sayLostBus(losing);
}

function nameOfDeletion(reconnecting: boolean): readonly [TextKey, TextValues] {
  const nodes = selectedNodes();
  const wires = selectedWires();
  const [only] = nodes;
  if (reconnecting) return ['editor.edit.deleteReconnect', {}];
  if (nodes.length === 0 && wires.length === 1) return ['editor.edit.deleteWire', {}];
  if (only !== undefined && nodes.length === 1) return ['editor.edit.deleteOne', { name: only.name }];
  return ['editor.edit.delete', { n: nodes.length + wires.length }];
}
