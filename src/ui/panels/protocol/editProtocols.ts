import { defaultsOf } from '#engine/model/defaultsOf';
import type { FlowDoc, Protocol } from '#engine/model/FlowDoc';
import { freeId } from '#engine/model/freeId';
import type { Json } from '#engine/model/Json';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { useDocument, type FlowDraft } from '#ui/store/documentStore';
import { freeName } from '#ui/store/freeName';

/** Attaches a protocol to a bus: a sentence over the first event types of the flow. Answers with its id. */
export function addProtocol(bus: string, name: string): string {
  const { doc } = useDocument.getState();
  const [first = '', second = ''] = doc.eventTypes.map(({ id }) => id);
  return insert(doc, name, { ...defaultsOf(protocolFields), bus, first, second });
}

/** Attaches the same protocol to another bus. */
export function copyProtocol(bus: string, { name, settings }: Protocol): string {
  return insert(useDocument.getState().doc, name, { ...settings, bus });
}

function insert(doc: FlowDoc, name: string, settings: Readonly<Record<string, Json>>): string {
  const id = freeId('protocol', new Set(doc.protocols.map((one) => one.id)));
  useDocument.getState().edit('panels.undo.addProtocol', {}, (draft) => {
    const names = new Set(doc.protocols.map((one) => one.name));
    draft.protocols.push({ id, name: freeName(name, names), settings: { ...settings } });
  });
  return id;
}

/** Changes settings of a protocol. Changes of the same ones in a row are one undo entry, unless they are gestures. */
export function changeProtocol(
  { id, name }: Protocol,
  settings: Readonly<Record<string, Json>>,
  isGesture = false,
): void {
  const what = isGesture ? '' : Object.keys(settings).join(' ');
  changeOne(id, name, what, (protocol) => {
    Object.assign(protocol.settings, settings);
  });
}

export function renameProtocol({ id, name: before }: Protocol, name: string): void {
  changeOne(id, before, 'name', (protocol) => {
    protocol.name = name;
  });
}

export function removeProtocol({ id, name }: Protocol): void {
  useDocument.getState().edit('panels.undo.removeProtocol', { name }, (draft) => {
    draft.protocols = draft.protocols.filter((one) => one.id !== id);
  });
}

function changeOne(
  id: string,
  name: string,
  what: string,
  change: (protocol: FlowDraft['protocols'][number]) => void,
): void {
  useDocument.getState().edit(
    'panels.undo.protocol',
    { name },
    (draft) => {
      const protocol = draft.protocols.find((one) => one.id === id);
      if (protocol !== undefined) change(protocol);
    },
    what === '' ? {} : { merge: `protocol ${id} ${what}` },
  );
}
