import type { FlowDoc, FlowNode, Wire } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { kindById } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';
import { emitsTo } from '#ui/store/emitTargets';
import { useView } from '#ui/store/viewStore';

export const currentDoc = (): FlowDoc => useDocument.getState().doc;

/** The selected nodes, in document order. */
export function selectedNodes(): readonly FlowNode[] {
  const chosen = new Set(useView.getState().selection.nodes);
  return currentDoc().nodes.filter((node) => chosen.has(node.id));
}

/** The nodes that are not selected, and whose statecharts emit to one that is. */
export function nodesEmittingToSelected(): readonly FlowNode[] {
  const chosen = new Set(useView.getState().selection.nodes);
  return currentDoc().nodes.filter((node) => !chosen.has(node.id) && emitsTo(node, (id) => chosen.has(id)));
}

/** The selected wires, in document order. */
export function selectedWires(): readonly Wire[] {
  const chosen = new Set(useView.getState().selection.wires);
  return currentDoc().wires.filter((wire) => chosen.has(wire.id));
}

/** The node, when exactly one is selected and nothing else. */
export function onlyNode(): FlowNode | null {
  const nodes = selectedNodes();
  return nodes.length === 1 && selectedWires().length === 0 ? (nodes[0] ?? null) : null;
}

/** The wire, when exactly one is selected and nothing else. */
export function onlyWire(): Wire | null {
  const wires = selectedWires();
  return wires.length === 1 && selectedNodes().length === 0 ? (wires[0] ?? null) : null;
}

export const kindOf = (node: FlowNode): NodeKind | undefined => kindById.get(node.kind);

export const hasSelection = (): boolean => selectedNodes().length + selectedWires().length > 0;
