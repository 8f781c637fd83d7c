import { protocolsOf } from './report';
import type { Simulation } from './Simulation';
import type { UnmetProtocol } from './Trace';

const mostNamed = 3;

/** The protocols that do not allow a run to end where it stands, with the keys that are pending or violated. */
export function unmetProtocols(simulation: Simulation): readonly UnmetProtocol[] {
  return simulation.plan.nodes.flatMap((_, node) =>
    protocolsOf(simulation, node).flatMap(({ name, standings, keys }) => {
      const count = standings.pending + standings.violated;
      return count === 0
        ? []
        : [{ name, count, keys: keys.slice(0, Math.min(count, mostNamed)).map(({ key }) => key) }];
    }),
  );
}
