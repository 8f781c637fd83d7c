import { useCallback, useSyncExternalStore } from 'react';
import type { RunData } from './runData';
import { useRun } from './runStore';

/** A few times a second is as often as anybody reads a table that changes. */
const everyMs = 200;

/**
 * Something of the run for what need not be drawn with every picture: while playing it is read a few times a second,
 * at rest at once. Only for texts and numbers: an object made anew by the selector would never be the same.
 */
export function useCalmRun<T extends string | number | boolean | null>(select: (run: RunData) => T): T {
  return useSyncExternalStore(
    calmly,
    useCallback(() => select(shown), [select]),
  );
}

/** The run as it was when it was last shown: what all calm readers read, so that they agree. */
let shown: RunData = useRun.getState();
const readers = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let stop: () => void = () => undefined;

function calmly(reader: () => void): () => void {
  readers.add(reader);
  if (readers.size === 1) {
    show();
    stop = useRun.subscribe((now) => {
      if (!now.isPlaying) show();
      else timer ??= setTimeout(show, everyMs);
    });
  }
  return () => {
    readers.delete(reader);
    if (readers.size > 0) return;
    stop();
    clearTimeout(timer);
    timer = undefined;
  };
}

function show(): void {
  clearTimeout(timer);
  timer = undefined;
  shown = useRun.getState();
  for (const reader of readers) reader();
}
