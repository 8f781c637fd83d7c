import type { FlowDoc } from '#engine/model/FlowDoc';
import { chooseView } from '#ui/store/chosenView';
import type { Stopped } from '#ui/store/stopStore';
import { useView } from '#ui/store/viewStore';

type Parts = Pick<FlowDoc, 'nodes' | 'wires' | 'protocols'>;

/** Where there is to be seen why a run stopped: a protocol of a bus, a wire, or a node. By ids. */
export type StopPlace =
  | { readonly on: 'protocol'; readonly node: string; readonly protocol: string }
  | { readonly on: 'wire'; readonly wire: string }
  | { readonly on: 'node'; readonly node: string };

/**
 * The place that the first reason of a stop is about, as far as the document still has it; a violated protocol goes
 * before everything else. `ran` is what was run, which hits name by index.
 */
export function placeOfStop({ hits, stops }: Stopped, ran: Parts, doc: Parts): StopPlace | null {
  const places = hits.flatMap((hit): StopPlace | readonly [] => {
    const rule = stops.find(({ id }) => id === hit.stop)?.rule;
    const node = ran.nodes[hit.node]?.id ?? '';
    if (rule === undefined || !has(doc.nodes, node)) return [];
    if (rule.on === 'wire' && has(doc.wires, rule.wire)) return { on: 'wire', wire: rule.wire };
    if (rule.on !== 'protocol') return { on: 'node', node };
    const protocol = rule.protocol === '' ? (hit.protocols[0] ?? '') : rule.protocol;
    return has(doc.protocols, protocol) ? { on: 'protocol', node, protocol } : { on: 'node', node };
  });
  return places.find(({ on }) => on === 'protocol') ?? places[0] ?? null;
}

/** Selects it and brings it into view; of a protocol its automaton is shown. */
export function showStop(place: StopPlace): void {
  const { select, canvasApi, showInspector } = useView.getState();
  if (place.on === 'wire') {
    select({ wires: [place.wire] });
    return;
  }
  select({ nodes: [place.node] });
  canvasApi?.reveal([place.node]);
  if (place.on === 'node') return;
  chooseView('protocol', place.protocol);
  showInspector('automaton');
}

const has = (list: readonly { readonly id: string }[], id: string) => list.some((one) => one.id === id);
