import { useCallback, useSyncExternalStore } from 'react';
import type { RunData } from './runData';
import { RunReader } from './RunReader';

/** A few times a second is as often as anybody reads a table that changes. */
const everyMs = 200;
const calm = new RunReader(() => everyMs);

/**
 * Something of the run for what need not be drawn with every picture: while playing it is read a few times a second,
 * at rest at once. Only for texts and numbers: an object made anew by the selector would never be the same.
 */
export function useCalmRun<T extends string | number | boolean | null>(select: (run: RunData) => T): T {
  return useSyncExternalStore(
    calm.subscribe,
    useCallback(() => select(calm.shown), [select]),
  );
}
