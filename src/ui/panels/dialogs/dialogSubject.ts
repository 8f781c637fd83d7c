import { useSyncExternalStore } from 'react';
import type { Problem } from '#engine/model/Problem';
import { useView } from '#ui/store/viewStore';

/** What the dialogs `problems`, `link` and `importLog` are about, beyond which of them is open. */
export type DialogSubject =
  /** An import that was refused; its text stays at hand. */
  | {
      readonly about: 'import';
      readonly name: string;
      readonly text: string;
      readonly problems: readonly Problem[];
    }
  /** A link that could not be opened. */
  | { readonly about: 'link'; readonly fragment: string; readonly problems: readonly Problem[] }
  /** A link that opened, but whose run is not the one that was shared. */
  | {
      readonly about: 'otherRun';
      readonly expected: string;
      readonly found: string;
      readonly problems: readonly Problem[];
    }
  /** A recorded log that waits to be read. */
  | { readonly about: 'log'; readonly name: string; readonly text: string };

let subject: DialogSubject | null = null;
const listeners = new Set<() => void>();

/** Opens a dialog on a subject. */
export function openDialogOn(dialog: 'problems' | 'link' | 'importLog', about: DialogSubject): void {
  subject = about;
  for (const listener of listeners) listener();
  useView.getState().openDialog(dialog);
}

/** Forgets the subject, so that the next dialog opens on nothing. */
export function forgetSubject(): void {
  subject = null;
  for (const listener of listeners) listener();
}

/** The subject of the open dialog, or null when it was opened on nothing. */
export function useDialogSubject(): DialogSubject | null {
  return useSyncExternalStore(subscribe, () => subject);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
