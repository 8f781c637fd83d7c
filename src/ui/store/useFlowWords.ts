import { useMemo } from 'react';
import type { EventType, FlowDoc } from '#engine/model/FlowDoc';
import { useDocument } from './documentStore';
import { useShownRun } from './shownRun';

/** Names for the indices in frames and entries, as the document has them now. */
export interface FlowWords {
  readonly node: (index: number) => string;
  readonly type: (index: number) => EventType | null;
  /** Who sent what came over a wire; `ack`s come back along it. Null when it came over none. */
  readonly sender: (wire: number, kind: string) => string | null;
}

/** Names change without a new run, so indices of the run are looked up in the document by their ids. */
export function useFlowWords(): FlowWords {
  return useWordsOf(useShownRun((state) => state.doc));
}

/** The same for the run of a document. */
export function useWordsOf(run: FlowDoc): FlowWords {
  const nodes = useDocument((state) => state.doc.nodes);
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  return useMemo(() => {
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    const types = new Map(eventTypes.map((type) => [type.id, type]));
    const indexes = new Map(run.nodes.map(({ id }, index) => [id, index]));
    const node = (index: number) => {
      const known = run.nodes[index];
      return known === undefined ? '' : (names.get(known.id) ?? known.name);
    };
    return {
      node,
      type(index) {
        const known = run.eventTypes[index];
        return known === undefined ? null : (types.get(known.id) ?? known);
      },
      sender(wire, kind) {
        const known = run.wires[wire];
        if (known === undefined) return null;
        return node(indexes.get((kind === 'ack' ? known.to : known.from).node) ?? -1);
      },
    };
  }, [run, nodes, eventTypes]);
}
