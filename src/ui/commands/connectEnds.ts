import type { WireEnd } from '#engine/model/FlowDoc';
import type { Problem } from '#engine/model/Problem';
import { defaultsOf } from '#engine/model/defaultsOf';
import { wireFields } from '#engine/model/wireFields';
import { useDocument, type FlowDraft } from '#ui/store/documentStore';
import { linkOf, portAt, wireUp } from '#ui/store/wiring';
import { useView } from '#ui/store/viewStore';
import { currentDoc } from './selected';

/** Wires two ends together, in whichever order they were chosen. Says why when that makes no sense. */
export function connectEnds(a: WireEnd, b: WireEnd): Problem | null {
  const link = linkOf(currentDoc(), a, b);
  let problem: Problem | null = null;
  useDocument.getState().edit('editor.edit.connect', namesOf(link.from, link.to), (draft) => {
    problem = wireUp(draft, a, b);
  });
  if (problem === null)
    useView.getState().select({
      wires: currentDoc()
        .wires.slice(-1)
        .map((wire) => wire.id),
    });
  return problem;
}

/** Puts an existing wire on other ends; it keeps its id and its settings. */
export function reconnectWire(id: string, from: WireEnd, to: WireEnd): Problem | null {
  let problem: Problem | null = null;
  useDocument.getState().edit('editor.edit.reconnect', namesOf(from, to), (draft) => {
    problem = moveWire(draft, id, from, to);
  });
  return problem;
}

function moveWire(draft: FlowDraft, id: string, from: WireEnd, to: WireEnd): Problem | null {
  const index = draft.wires.findIndex((wire) => wire.id === id);
  const [old] = draft.wires.splice(index, 1);
  if (index < 0 || old === undefined) return null;
  const problem = wireUp(draft, from, to);
  const fresh = problem === null ? draft.wires.pop() : undefined;
  if (fresh === undefined) {
    draft.wires.splice(index, 0, old);
    return problem;
  }
  const carries = portAt(draft, fresh.from)?.carries ?? 'event';
  const kept = Object.keys(defaultsOf(wireFields[carries])).map((key) => [
    key,
    old.settings[key] ?? fresh.settings[key] ?? null,
  ]);
  draft.wires.splice(index, 0, { ...fresh, id, settings: Object.fromEntries(kept) });
  return null;
}

function namesOf(from: WireEnd, to: WireEnd): { readonly from: string; readonly to: string } {
  const nameOf = (end: WireEnd) => currentDoc().nodes.find((node) => node.id === end.node)?.name ?? end.node;
  return { from: nameOf(from), to: nameOf(to) };
}
