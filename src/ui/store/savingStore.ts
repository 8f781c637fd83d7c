import { create } from 'zustand';

/** Why the browser does not keep the work: forbidden, full, or it does not answer; or another tab has the document. */
export type SavingTrouble = 'denied' | 'full' | 'slow' | 'copied';

export interface SavingState {
  /** `clean`: opened and not changed, so there is nothing to keep. */
  readonly status: 'clean' | 'saving' | 'saved' | 'failed';
  /** Set when something new is wrong; whoever says it to the person takes it away. */
  readonly trouble: { readonly reason: SavingTrouble } | null;
}

/** Whether the work is safe. Written by autosave. */
export const useSaving = create<SavingState>(() => ({ status: 'clean', trouble: null }));
