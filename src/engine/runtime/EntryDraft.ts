import type { Fact, Flight, TraceEntry, Transition } from './Trace';

/** A trace entry while its step is being made: only windows and the log ask for one. */
export interface EntryDraft {
  entry: Omit<TraceEntry, 'transitions' | 'facts' | 'sent'> | null;
  readonly transitions: Transition[];
  readonly facts: Fact[];
  readonly sent: Flight[];
}

export function createDraft(): EntryDraft {
  return { entry: null, transitions: [], facts: [], sent: [] };
}
