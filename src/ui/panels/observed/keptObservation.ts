import { useSyncExternalStore } from 'react';
import type { Automaton } from '#engine/automata/Automaton';

/** What was observed before something was changed: kept to be compared with what is observed after. */
interface Kept {
  readonly name: string;
  readonly automaton: Automaton;
}

let kept: Kept | null = null;
const listeners = new Set<() => void>();

export function keptObservation(): Kept | null {
  return kept;
}

/** Keeps an observation in the place of the one before. */
export function keepObservation(next: Kept): void {
  kept = next;
  for (const listener of listeners) listener();
}

export function useKeptObservation(): Kept | null {
  return useSyncExternalStore(subscribe, keptObservation);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
