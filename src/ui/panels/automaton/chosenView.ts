import { useSyncExternalStore } from 'react';

/** The view that was chosen last, for every node that has it; the first that applies while nobody has chosen. */
let chosen = '';
const listeners = new Set<() => void>();

/** Shows a view of the automaton tab by its id, for the selected node and the next ones. */
export function chooseView(id: string): void {
  chosen = id;
  for (const listener of listeners) listener();
}

/** The id of the view that was chosen last. */
export function useChosenView(): string {
  return useSyncExternalStore(subscribe, () => chosen);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
