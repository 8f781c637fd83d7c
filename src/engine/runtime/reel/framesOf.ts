import type { Frame } from '../Trace';
import type { Still } from './Reel';

/**
 * The whole pictures of stills that were taken from where `start` shows. What did not change from one to the next is the
 * very same object, so whoever shows it sees that it need not be drawn.
 */
export function framesOf(start: Frame, stills: readonly Still[]): readonly Frame[] {
  const flying = new Map(start.flights.map((flight) => [flight.id, flight]));
  let { nodes, flights } = start;
  return stills.map(({ step, stepUs, nodes: changed, landed, sent, facts, failing }) => {
    if (changed.length > 0) {
      const next = [...nodes];
      for (const [node, after] of changed) next[node] = after;
      nodes = next;
    }
    if (landed.length + sent.length > 0) {
      for (const id of landed) flying.delete(id);
      for (const flight of sent) flying.set(flight.id, flight);
      flights = [...flying.values()];
    }
    return { step, timeUs: stepUs, nodes, flights, facts, failing };
  });
}
