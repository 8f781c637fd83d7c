import type { Flight, PlayableEntry } from '#engine/runtime/Trace';

const hopsShown = 5;

/** The last few messages that were sent up to a step, latest first. */
export function recentHops(
  entries: readonly PlayableEntry[],
  startStep: number,
  step: number,
): readonly Flight[] {
  const hops: Flight[] = [];
  for (let index = Math.min(entries.length, step - startStep) - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry === undefined) break;
    for (const flight of entry.sent) if (flight.kind !== 'ack' && hops.length < hopsShown) hops.push(flight);
    if (hops.length >= hopsShown) break;
  }
  return hops;
}
