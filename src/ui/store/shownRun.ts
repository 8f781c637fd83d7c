import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AskRun, RunData } from './runData';
import { useRun } from './runStore';

/** What a view of a run needs to know of it. */
export interface ShownRun extends Pick<RunData, 'doc' | 'summary' | 'isComplete' | 'generation'> {
  readonly ask: AskRun;
}

export interface ShownRunStore {
  readonly getState: () => ShownRun;
  readonly subscribe: (listener: () => void) => () => void;
}

const ownRun: ShownRunStore = {
  getState: () => useRun.getState(),
  subscribe: (listener) => useRun.subscribe(listener),
};

/** The run that a part of the page shows: that of the document, unless somebody says otherwise around it. */
export const ShownRunContext = createContext(ownRun);

/** Whether the run that is shown here is that of the document. */
export const useIsOwnRun = (): boolean => useContext(ShownRunContext) === ownRun;

/** Something of the run that is shown here; it must be the same value as long as nothing changed. */
export function useShownRun<T>(select: (run: ShownRun) => T): T {
  const { subscribe, getState } = useContext(ShownRunContext);
  return useSyncExternalStore(subscribe, () => select(getState()));
}
