import { defaultsOf } from '#engine/model/defaultsOf';
import { faultFields } from '#engine/model/faultFields';
import type { Fault, FlowDoc } from '#engine/model/FlowDoc';
import { freeId } from '#engine/model/freeId';
import type { Json } from '#engine/model/Json';
import { kindById } from '#kinds/index';
import { useDocument, type FlowDraft } from '#ui/store/documentStore';
import { freeName } from '#ui/store/freeName';

/** Adds a fault that crashes a service of the flow, or else a node. Answers with its id. */
export function addFault(name: string): string {
  const { doc, edit } = useDocument.getState();
  const id = freeId('fault', new Set(doc.faults.map((fault) => fault.id)));
  edit('panels.undo.addFault', {}, (draft) => {
    const settings = { ...defaultsOf(faultFields), target: likelyTarget(doc), atMs: likelyTimeMs(doc) };
    draft.faults.push({ id, name: freeName(name, new Set(doc.faults.map((fault) => fault.name))), settings });
  });
  return id;
}

/** Changes one setting of a fault. Changes of the same one in a row are one undo entry. */
export function changeFault({ id, name }: Fault, field: string, value: Json): void {
  changeOne(id, name, field, (fault) => {
    fault.settings[field] = value;
  });
}

export function renameFault(fault: Fault, name: string): void {
  changeOne(fault.id, name, 'name', (draft) => {
    draft.name = name;
  });
}

export function removeFault({ id, name }: Fault): void {
  useDocument.getState().edit('panels.undo.removeFault', { name }, (draft) => {
    draft.faults = draft.faults.filter((fault) => fault.id !== id);
  });
}

function changeOne(
  id: string,
  name: string,
  what: string,
  change: (fault: FlowDraft['faults'][number]) => void,
): void {
  useDocument.getState().edit(
    'panels.undo.fault',
    { name },
    (draft) => {
      const fault = draft.faults.find((one) => one.id === id);
      if (fault !== undefined) change(fault);
    },
    { merge: `fault ${id} ${what}` },
  );
}

/** The first group with something in it, else the first node that can crash. */
function likelyTarget({ nodes }: FlowDoc): string {
  const held = new Set(nodes.map(({ group }) => group));
  const service = nodes.find(({ id }) => held.has(id));
  const node = nodes.find(({ kind }) => kindById.get(kind)?.faults.includes('crash') === true);
  return (service ?? node)?.id ?? '';
}

/** Ten seconds in, or halfway through a shorter run. */
function likelyTimeMs({ untilMs }: FlowDoc): number {
  return untilMs === 0 ? 10_000 : Math.min(10_000, untilMs / 2);
}
