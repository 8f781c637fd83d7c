import { limits } from '#engine/model/limits';
import type { Json } from '#engine/model/Json';
import { text } from '#ui/commands/say';
import type { TextKey, TextValues } from '#ui/i18n/catalogue';
import { useDocument, type FlowDraft } from '#ui/store/documentStore';
import { insertInOrder } from '#ui/store/interventions';
import { useView } from '#ui/store/viewStore';
import type { Mark } from './Mark';

type DraftIntervention = FlowDraft['interventions'][number];
type DraftFault = FlowDraft['faults'][number];

/**
 * Moves a mark along virtual time: from then on it takes effect as soon as its time is reached. Moves of the same mark in
 * a row are one undo entry, until the gesture ends. `label` is what people know it by.
 */
export function moveMark(mark: Mark, toUs: number, label: string): void {
  const atUs = Math.min(limits.timeUs, Math.max(0, Math.round(toUs)));
  if (atUs === mark.atUs) return;
  edit('hand.undoMove', { name: label }, `move ${mark.of} ${mark.id}`, (draft) => {
    const fault = faultIn(draft, mark);
    if (fault !== undefined) fault.settings['atMs'] = atUs / 1000;
    const intervention = handIn(draft, mark);
    if (intervention === undefined) return;
    // It was ordered among the steps of its old time; at another one it comes first.
    const moved = { ...structuredClone(plainOf(intervention)), atUs, afterStep: 0 };
    draft.interventions = draft.interventions.filter(({ id }) => id !== mark.id);
    insertInOrder(draft, moved);
  });
}

/** The shortest that something lasts which has an end, in microseconds; a length of 0 would be for ever. */
const shortestUs = 1_000;
/** The longest that can be told, in milliseconds. */
export const longestForMs = 1e10;

/**
 * Makes a mark last so long, and answers with how long it lasts now, both in microseconds. Changes of the same mark in a
 * row are one undo entry, until the gesture ends.
 */
export function resizeMark(mark: Mark, forUs: number, label: string): number {
  const us = Math.min(longestForMs * 1000, Math.max(shortestUs, Math.round(forUs)));
  if (us !== mark.forUs) changeMark(mark, 'forMs', us / 1000, label);
  return us;
}

/** An empty name gives an intervention its plain words back; a fault keeps the name it has. */
export function renameMark(mark: Mark, name: string): void {
  edit('hand.undoRename', { name }, null, (draft) => {
    const fault = faultIn(draft, mark);
    if (fault !== undefined && name !== '') fault.name = name;
    const intervention = handIn(draft, mark);
    if (intervention === undefined) return;
    if (name === '') delete intervention.name;
    else intervention.name = name;
  });
}

/** Changes a setting of what lasts. */
export function changeMark(mark: Mark, field: string, value: Json, label: string): void {
  edit('hand.undoChange', { name: label }, `change ${mark.of} ${mark.id} ${field}`, (draft) => {
    const fault = faultIn(draft, mark);
    if (fault !== undefined) fault.settings[field] = value;
    const intervention = handIn(draft, mark);
    if (intervention?.action.do !== 'fault') return;
    const { settings } = intervention.action;
    intervention.action = { do: 'fault', settings: { ...settings, [field]: value } };
  });
}

/** Takes a mark out of the document, and says so with a way back. */
export function removeMark(mark: Mark, label: string): void {
  edit('hand.undoRemove', { name: label }, null, (draft) => {
    if (mark.of === 'fault') draft.faults = draft.faults.filter(({ id }) => id !== mark.id);
    else draft.interventions = draft.interventions.filter(({ id }) => id !== mark.id);
  });
  sayWithUndo('hand.removed', { name: label });
}

/** Says what was done to a mark, with a button that takes it back. */
export function sayWithUndo(key: TextKey, values: TextValues): void {
  useView.getState().showToast({ text: text(key, values), tone: 'info', canUndo: true });
}

function edit(label: TextKey, values: TextValues, merge: string | null, recipe: (draft: FlowDraft) => void) {
  useDocument.getState().edit(label, values, recipe, merge === null ? {} : { merge });
}

function handIn(draft: FlowDraft, { of, id }: Mark): DraftIntervention | undefined {
  return of === 'hand' ? draft.interventions.find((one) => one.id === id) : undefined;
}

function faultIn(draft: FlowDraft, { of, id }: Mark): DraftFault | undefined {
  return of === 'fault' ? draft.faults.find((one) => one.id === id) : undefined;
}

/** The intervention as it is in the document: drafts cannot be cloned. */
function plainOf({ id }: DraftIntervention) {
  const found = useDocument.getState().doc.interventions.find((one) => one.id === id);
  if (found === undefined) throw new Error('An intervention under an edit is one of the document.');
  return found;
}
