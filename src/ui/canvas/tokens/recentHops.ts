import type { Flight, PlayableEntry } from '#engine/runtime/Trace';

const hopsShown = 5;

/** The last few messages that are under way after a step, latest first, and the one that arrived with that very step. */
export function recentHops(
  entries: readonly PlayableEntry[],
  startStep: number,
  step: number,
  flights: readonly Flight[],
): readonly Flight[] {
  const underWay = new Set(flights.map(({ id }) => id));
  const end = Math.min(entries.length, step - startStep);
  const arrival = entries[end - 1];
  const hops: Flight[] = [];
  let hasLanded = false;
  for (let index = end - 1; index >= 0 && hops.length < hopsShown; index -= 1) {
    for (const flight of entries[index]?.sent ?? []) {
      const landed: boolean = !hasLanded && isArrival(arrival, flight);
      hasLanded ||= landed;
      const isShown = flight.kind !== 'ack' && (landed || underWay.has(flight.id));
      if (isShown && hops.length < hopsShown) hops.push(flight);
    }
  }
  return hops;
}

function isArrival(entry: PlayableEntry | undefined, { kind, wire, token }: Flight): boolean {
  return entry?.kind === kind && entry.wire === wire && entry.token?.number === token?.number;
}
