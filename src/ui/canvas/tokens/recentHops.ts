import type { Flight, TraceEntry } from '#engine/runtime/Trace';
import type { FlightMoment } from '#ui/store/visibleFlights';

const hopsShown = 5;

/**
 * The last few messages that are under way at the playhead, latest first, and the one that arrived with that very step;
 * of a busy run the last that were told.
 */
export function recentHops({
  frame,
  window,
  playhead,
  hops,
}: Pick<FlightMoment, 'frame' | 'window' | 'playhead' | 'hops'>): readonly Flight[] {
  const { entries, start } = window ?? { entries: [], start: { step: 0 } };
  const end = Math.min(entries.length, playhead.step - start.step);
  if (end <= 0) return hops.filter(isShown).slice(-hopsShown).toReversed();
  const underWay = new Set(frame?.flights.map(({ id }) => id));
  const arrival = entries[end - 1];
  const found: Flight[] = [];
  let hasLanded = false;
  for (let index = end - 1; index >= 0 && found.length < hopsShown; index -= 1) {
    for (const flight of entries[index]?.sent ?? []) {
      const landed: boolean = !hasLanded && isArrival(arrival, flight);
      hasLanded ||= landed;
      const isSeen = isShown(flight) && (landed || underWay.has(flight.id));
      if (isSeen && found.length < hopsShown) found.push(flight);
    }
  }
  return found;
}

const isShown = ({ kind }: Flight) => kind !== 'ack';

function isArrival(entry: TraceEntry | undefined, { kind, wire, token }: Flight): boolean {
  return entry?.kind === kind && entry.wire === wire && entry.token?.number === token?.number;
}
