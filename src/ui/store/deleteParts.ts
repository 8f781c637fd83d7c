import { faultTypes } from '#engine/model/faults/index';
import type { Settings } from '#engine/model/fields';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import { kindById } from '#kinds/index';
import type { FlowDraft } from './documentStore';
import { emitsTo, renameEmitTargets } from './emitTargets';
import type { Selection } from './viewStore';
import { wireUp, type Link } from './wiring';

/**
 * Takes nodes and wires out of the document, and with the nodes what cannot stand without them: their wires and
 * what befalls them during the run, by a person or by the document. A group's members stay.
 */
export function deleteParts(draft: FlowDraft, { nodes, wires }: Selection): void {
  const goneNodes = new Set(nodes);
  const goneWires = new Set(wires);
  draft.nodes = draft.nodes.filter((node) => !goneNodes.has(node.id));
  draft.wires = draft.wires.filter(
    (wire) => !goneWires.has(wire.id) && !goneNodes.has(wire.from.node) && !goneNodes.has(wire.to.node),
  );
  draft.interventions = draft.interventions.filter(({ action }) =>
    action.do === 'fault'
      ? standsFault(action.settings, goneNodes)
      : !('node' in action) || !goneNodes.has(action.node),
  );
  deleteFaultsOf(draft, goneNodes);
  deleteProtocolsOf(draft, goneNodes);
  freeEmissionsTo(draft, goneNodes);
  for (const node of draft.nodes) {
    if (node.group !== undefined && goneNodes.has(node.group)) delete node.group;
  }
}

function deleteFaultsOf(draft: FlowDraft, gone: ReadonlySet<string>): void {
  draft.faults = draft.faults.filter(({ settings }) => standsFault(settings, gone));
  for (const { settings } of draft.faults) if (isAmong(gone, settings['other'])) settings['other'] = '';
  for (const intervention of draft.interventions) {
    const { action } = intervention;
    if (action.do === 'fault' && isAmong(gone, action.settings['other'])) {
      intervention.action = { ...action, settings: { ...action.settings, other: '' } };
    }
  }
}

/** What acts on wires goes with either side, for with `other` empty it would be another fault. */
function standsFault(settings: Settings, gone: ReadonlySet<string>): boolean {
  const type = faultTypes.find(({ id }) => id === settings['what']);
  return !isAmong(gone, settings['target']) && !(type?.acts === 'wires' && isAmong(gone, settings['other']));
}

const isAmong = (ids: ReadonlySet<string>, id: Json | undefined) => typeof id === 'string' && ids.has(id);

function deleteProtocolsOf(draft: FlowDraft, gone: ReadonlySet<string>): void {
  draft.protocols = draft.protocols.filter(
    ({ settings: { bus } }) => typeof bus !== 'string' || !gone.has(bus),
  );
}

/** What was emitted to a bus that is gone goes to every bus that is wired. */
function freeEmissionsTo(draft: FlowDraft, gone: ReadonlySet<string>): void {
  for (const node of draft.nodes) {
    if (!emitsTo(node, (id) => gone.has(id))) continue;
    const { fields = [] } = kindById.get(node.kind) ?? {};
    Object.assign(node, {
      settings: renameEmitTargets(fields, node.settings, (id) => (gone.has(id) ? '' : id)),
    });
  }
}

/** Deletes nodes and joins what they stood between, wherever such a wire makes sense. */
export function deleteAndReconnect(draft: FlowDraft, selection: Selection): void {
  const links = bridgesOver(draft, selection.nodes);
  deleteParts(draft, selection);
  // A pair that does not fit is left open: the person sees it and can still undo.
  for (const { from, to } of links) wireUp(draft, from, to);
}

/** From every end before the nodes to every end behind them that can be reached through them. */
function bridgesOver(doc: Pick<FlowDoc, 'wires'>, nodes: readonly string[]): readonly Link[] {
  const gone = new Set(nodes);
  return doc.wires
    .filter((wire) => !gone.has(wire.from.node) && gone.has(wire.to.node))
    .flatMap((entry) => {
      const inside = new Set([entry.to.node]);
      for (const node of inside) {
        for (const { from, to } of doc.wires) {
          if (from.node === node && gone.has(to.node)) inside.add(to.node);
        }
      }
      return doc.wires
        .filter(({ from, to }) => inside.has(from.node) && !gone.has(to.node))
        .map((exit) => ({ from: entry.from, to: exit.to }));
    });
}
