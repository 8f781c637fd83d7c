import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback } from 'react';
import { useView } from '#ui/store/viewStore';
import type { CanvasNode, CanvasWire } from './flowElements';

/** Brings what React Flow selects into the view store, which decides what is shown as selected. */
export function useSelecting() {
  const onNodeSelect = useCallback((changes: readonly NodeChange<CanvasNode>[]) => {
    const { selection, select } = useView.getState();
    const nodes = changed(selection.nodes, changes);
    if (nodes !== selection.nodes) select({ ...selection, nodes });
  }, []);
  const onWireSelect = useCallback((changes: readonly EdgeChange<CanvasWire>[]) => {
    const { selection, select } = useView.getState();
    const wires = changed(selection.wires, changes);
    if (wires !== selection.wires) select({ ...selection, wires });
  }, []);
  return { onNodeSelect, onWireSelect };
}

type SelectChange = { readonly type: string; readonly id?: string; readonly selected?: boolean };

function changed(selected: readonly string[], changes: readonly SelectChange[]): readonly string[] {
  const next = new Set(selected);
  let isChanged = false;
  for (const { type, id, selected: isSelected } of changes) {
    if (type !== 'select' || id === undefined || next.has(id) === isSelected) continue;
    isChanged = true;
    if (isSelected === true) next.add(id);
    else next.delete(id);
  }
  return isChanged ? [...next] : selected;
}
