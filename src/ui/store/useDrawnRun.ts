import { useCallback, useSyncExternalStore } from 'react';
import type { Frame } from '#engine/runtime/Trace';
import type { RunData } from './runData';
import { RunReader } from './RunReader';

/** So many nodes may change in a second and each change still be drawn with the picture in which it happens. */
const changesAtMost = 100;
/** Otherwise faces are drawn anew this often: nobody reads faster, and the tokens need the time. Many are drawn less often. */
const busyMs = { least: 66, each: 1.6, most: 250 };

/** A picture that follows closely upon another says little of how much happens in a second. */
const leastMs = 16;

const drawn = new RunReader((now, before, passedMs) => {
  const changes = changesIn(now.frame, before.frame);
  if (!now.isPlaying || changes * 1000 <= changesAtMost * Math.max(passedMs, leastMs)) return 0;
  return Math.min(busyMs.most, Math.max(busyMs.least, changes * busyMs.each));
});

/**
 * Something of the run for what is drawn in elements: at once, but five to fifteen times a second while a busy flow plays.
 * The selector must return the same object as long as nothing has changed.
 */
export function useDrawnRun<T>(select: (run: RunData) => T): T {
  return useSyncExternalStore(
    drawn.subscribe,
    useCallback(() => select(drawn.shown), [select]),
  );
}

function changesIn(now: Frame | null, before: Frame | null): number {
  if (now === null || before === null || now.nodes === before.nodes) return 0;
  let changes = 0;
  for (let node = 0; node < now.nodes.length; node += 1) {
    if (now.nodes[node] !== before.nodes[node]) changes += 1;
  }
  return changes;
}
