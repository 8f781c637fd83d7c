import {
  compareWithBranch,
  keepBranch,
  openBranch,
  openHeadOf,
  removeBranch,
  renameBranch,
} from '#engine/model/branches';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import type { TextKey, TextValues } from '#ui/i18n/catalogue';
import { useDocument } from './documentStore';
import { useRun } from './runStore';

/*
 * Branches are part of the document, so that undo, autosave, files and links hold them without knowing of them.
 */

/** Whether one more run can be kept. */
export function canKeepRun({ branches }: FlowDoc): boolean {
  return (branches?.kept.length ?? 0) < limits.branches;
}

/** Keeps the run as it is, and goes on from the playhead in a branch of its own. */
export function keepRun(): void {
  const { doc } = useDocument.getState();
  if (!canKeepRun(doc)) return;
  put('player.undoKeepRun', { name: openHeadOf(doc).name }, keepBranch(doc, playhead()));
}

/** Keeps what the document was before its last change, so that the change can be compared with it. */
export function keepBeforeChange(): void {
  const { doc, undoStack } = useDocument.getState();
  const before = undoStack.at(-1)?.before;
  if (before === undefined || !canKeepRun(doc)) return;
  put('player.undoKeepRun', { name: openHeadOf(doc).name }, keepBranch(doc, playhead(), before));
}

/** Goes on in a kept branch; the open one is kept. */
export function openKept(id: string): void {
  const { doc } = useDocument.getState();
  put('player.undoOpenBranch', { name: nameIn(doc, id) }, openBranch(doc, id));
}

/** Takes a kept branch away. */
export function deleteKept(id: string): void {
  const { doc } = useDocument.getState();
  put('player.undoDeleteBranch', { name: nameIn(doc, id) }, removeBranch(doc, id));
}

export function renameKept(id: string, name: string): void {
  const { doc } = useDocument.getState();
  put('player.undoRenameBranch', { name }, renameBranch(doc, id, name));
}

/** Compares the open branch with another one. Choices in a row are one entry of the undo list. */
export function compareWith(id: string): void {
  const { doc } = useDocument.getState();
  put('player.undoCompareWith', { name: nameIn(doc, id) }, compareWithBranch(doc, id), 'compare with');
}

function playhead() {
  const { timeUs, step } = useRun.getState().playhead;
  return { atUs: timeUs, afterStep: step };
}

const nameIn = ({ branches }: FlowDoc, id: string) =>
  [branches?.open, ...(branches?.kept ?? [])].find((branch) => branch?.id === id)?.name ?? '';

/** What both documents have in common stays the same to everybody who looks for changes. */
function put(label: TextKey, values: TextValues, next: FlowDoc, merge?: string): void {
  useDocument.getState().edit(
    label,
    values,
    (draft) => {
      Object.assign(draft, next);
      if (next.branches === undefined) delete draft.branches;
    },
    merge === undefined ? {} : { merge },
  );
}
