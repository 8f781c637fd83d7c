import type { Flight } from '#engine/runtime/Trace';
import type { FlightMoment } from '#ui/store/visibleFlights';

const hopsShown = 5;

/** The last few messages that were sent up to the playhead, latest first; of a busy run the last that were told. */
export function recentHops({
  window,
  playhead,
  hops,
}: Pick<FlightMoment, 'window' | 'playhead' | 'hops'>): readonly Flight[] {
  const found: Flight[] = [];
  const add = (flight: Flight) => {
    if (flight.kind !== 'ack' && found.length < hopsShown) found.push(flight);
  };
  const { entries, start } = window ?? { entries: [], start: { step: 0 } };
  const end = Math.min(entries.length, playhead.step - start.step);
  for (let index = end - 1; index >= 0 && found.length < hopsShown; index -= 1)
    entries[index]?.sent.forEach(add);
  if (end <= 0) hops.toReversed().forEach(add);
  return found;
}
