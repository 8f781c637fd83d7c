import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import type { NodeFrame } from '#engine/runtime/Trace';
import { useDocument } from '#ui/store/documentStore';
import { useRun, type RunState } from '#ui/store/runStore';
import { faceOf } from './faceOf';
import type { EndSpot } from './layoutWires';

interface Indices {
  readonly nodes: ReadonlyMap<string, number>;
  readonly wires: ReadonlyMap<string, number>;
}

const indices = new WeakMap<FlowDoc, Indices>();

/** Where nodes and wires stand in a document: what frames and flights refer to. */
function indicesOf(doc: FlowDoc): Indices {
  let found = indices.get(doc);
  if (found === undefined) {
    found = {
      nodes: new Map(doc.nodes.map((node, index) => [node.id, index])),
      wires: new Map(doc.wires.map((wire, index) => [wire.id, index])),
    };
    indices.set(doc, found);
  }
  return found;
}

/** The node of an id. */
export function nodeOf(doc: FlowDoc, id: string): FlowNode | undefined {
  return doc.nodes[indicesOf(doc).nodes.get(id) ?? -1];
}

/**
 * The present picture of a node, or null when the run does not know it (yet). While another flow is being opened the
 * run is still that of the former one, where a node of the same id may be of another kind.
 */
export function frameOf(
  { doc, frame }: Pick<RunState, 'doc' | 'frame'>,
  { id, kind }: Pick<FlowNode, 'id' | 'kind'>,
): NodeFrame | null {
  const index = indicesOf(doc).nodes.get(id) ?? -1;
  return doc.nodes[index]?.kind === kind ? (frame?.nodes[index] ?? null) : null;
}

/** Whether a call is open over this wire: its sender waits for the answer. */
export function isCallOpen(run: Pick<RunState, 'doc' | 'frame'>, wire: string): boolean {
  const { nodes, wires } = indicesOf(run.doc);
  const index = wires.get(wire) ?? -1;
  const ends = run.doc.wires[index];
  const sender = ends && run.doc.nodes[nodes.get(ends.from.node) ?? -1];
  if (ends === undefined || sender === undefined) return false;
  const view = frameOf(run, sender)?.view ?? null;
  return faceOf(sender)?.isCalling(view, index, nodes.get(ends.to.node) ?? -1) ?? false;
}

/** Whether the filter of this wire has failed by now: it lets nothing through then. */
export function isFilterFailing({ doc, frame }: Pick<RunState, 'doc' | 'frame'>, wire: string): boolean {
  if (frame === null || frame.failing.length === 0) return false;
  return frame.failing.includes(indicesOf(doc).wires.get(wire) ?? -1);
}

/** The present name of a node by its index in the run; a node that was deleted meanwhile keeps its last. */
export function nodeNameAt(index: number): string {
  const former = useRun.getState().doc.nodes[index];
  if (former === undefined) return '';
  return useDocument.getState().doc.nodes.find((node) => node.id === former.id)?.name ?? former.name;
}

/** How far down a node each of its wires ends, by index of the wire in a flow. */
export function placesOf(spots: readonly EndSpot[], docOf: () => FlowDoc): (wire: number) => number {
  const places = new Map(spots.map(({ wire, y }) => [wire, y]));
  return (index) => places.get(docOf().wires[index]?.id ?? '') ?? 0;
}

/** The name of the node that a wire leads to, by index of the wire in the run. */
export function wireTargetAt(index: number): string {
  const { doc } = useRun.getState();
  const target = doc.wires[index]?.to.node;
  return target === undefined ? '' : nodeNameAt(indicesOf(doc).nodes.get(target) ?? -1);
}
