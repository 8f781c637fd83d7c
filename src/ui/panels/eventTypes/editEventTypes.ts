import type { EventType, FlowDoc } from '#engine/model/FlowDoc';
import { freeEventTypeStyle } from '#engine/model/freeEventTypeStyle';
import { freeId } from '#engine/model/freeId';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { kindById } from '#kinds/index';
import { useDocument, type FlowDraft } from '#ui/store/documentStore';
import { chartFieldsOf, withEventRenamed } from '#ui/panels/statechart/chartEvents';
import { renameEventTypes } from '#ui/store/eventTypeRefs';
import { renameLetters } from '#ui/store/protocolLetters';

const edit = () => useDocument.getState().edit;

/** Adds event types in the first free looks, and answers with their ids; a name that is taken gets a number that makes it new. */
export function addEventTypes(wanted: readonly string[]): readonly string[] {
  const added: string[] = [];
  edit()('panels.undo.addType', {}, (draft) => {
    for (const name of wanted) {
      const names = new Set(draft.eventTypes.map((type) => type.name));
      const id = freeId('type', new Set(draft.eventTypes.map((type) => type.id)));
      draft.eventTypes.push({ id, name: freeName(name, names), ...freeEventTypeStyle(draft.eventTypes) });
      added.push(id);
    }
  });
  return added;
}

function freeName(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}${String(number)}`;
    if (!taken.has(name)) return name;
  }
}

/** Renames an event type, and with it the patterns on wires that said exactly its name, protocols and statecharts. */
export function renameEventType(id: string, name: string): void {
  const old = useDocument.getState().doc.eventTypes.find((type) => type.id === id)?.name ?? '';
  edit()('panels.undo.renameType', { from: old, to: name }, (draft) => {
    for (const type of draft.eventTypes) if (type.id === id) type.name = name;
    renameEverywhere(draft, old, name);
  });
}

/** What names an event type has it under another name: exact patterns on wires, protocols and statecharts. */
function renameEverywhere(draft: FlowDraft, from: string, to: string): void {
  for (const { settings } of draft.wires) {
    const patterns = settings['patterns'];
    if (!Array.isArray(patterns) || !patterns.includes(from)) continue;
    settings['patterns'] = [...new Set(patterns.map((pattern) => (pattern === from ? to : pattern)))];
  }
  renameLetters(draft, from, to);
  for (const node of draft.nodes) {
    for (const { id } of chartFieldsOf(node.kind)) {
      node.settings[id] = withEventRenamed(node.settings[id] ?? null, from, to);
    }
  }
}

/** Changes how an event type looks. */
export function styleEventType(
  id: string,
  style: Partial<Pick<EventType, 'shape' | 'colour' | 'outline'>>,
): void {
  const { name = '' } = useDocument.getState().doc.eventTypes.find((type) => type.id === id) ?? {};
  edit()('panels.undo.styleType', { name }, (draft) => {
    for (const type of draft.eventTypes) if (type.id === id) Object.assign(type, style);
  });
}

/** Removes an event type. Whatever refers to it refers to `successor` from then on. */
export function removeEventType(id: string, successor: string | null): void {
  const { doc } = useDocument.getState();
  const { name = '' } = doc.eventTypes.find((type) => type.id === id) ?? {};
  edit()('panels.undo.removeType', { name }, (draft) => {
    draft.eventTypes = draft.eventTypes.filter((type) => type.id !== id);
    if (successor === null) return;
    const { name: next = name } = draft.eventTypes.find((type) => type.id === successor) ?? {};
    const follow = (type: string) => (type === id ? successor : type);
    for (const node of draft.nodes) {
      const settings = settingsAfter(doc, node.id, follow);
      if (settings !== null) Object.assign(node, { settings });
    }
    for (const protocol of draft.protocols) {
      Object.assign(protocol, {
        settings: renameEventTypes(protocolFields, { ...protocol.settings }, follow),
      });
    }
    for (const intervention of draft.interventions) {
      const { action } = intervention;
      if (action.do === 'publish')
        Object.assign(intervention, { action: { ...action, type: follow(action.type) } });
    }
    renameEverywhere(draft, name, next);
  });
}

function settingsAfter(doc: FlowDoc, nodeId: string, follow: (type: string) => string) {
  const node = doc.nodes.find(({ id }) => id === nodeId);
  const kind = kindById.get(node?.kind ?? '');
  return node === undefined || kind === undefined
    ? null
    : renameEventTypes(kind.fields, node.settings, follow);
}
