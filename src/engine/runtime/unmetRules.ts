import { protocolsOf } from './protocolsOf';
import type { Simulation } from './Simulation';
import type { NamedKeys, UnmetRule } from './Trace';

const mostNamed = 3;

/** The protocols and statecharts that do not allow a run to end where it stands, with the keys for which they do not. */
export function unmetRules(simulation: Simulation): readonly UnmetRule[] {
  return simulation.plan.nodes.flatMap((_, node) => [
    ...unmetProtocols(simulation, node),
    ...unmetCharts(simulation, node),
  ]);
}

function unmetProtocols(simulation: Simulation, node: number): readonly UnmetRule[] {
  return protocolsOf(simulation, node).flatMap(({ name, standings, keys }) => {
    if (standings.pending + standings.violated === 0) return [];
    const named = (standing: 'pending' | 'violated') => ({
      count: standings[standing],
      keys: keys
        .filter((one) => one.standing === standing)
        .slice(0, mostNamed)
        .map(({ key }) => key),
    });
    return [{ name, waiting: named('pending'), violated: named('violated') }];
  });
}

function unmetCharts(simulation: Simulation, node: number): readonly UnmetRule[] {
  const planned = simulation.plan.nodes[node];
  const { waiting = [], broken = [] } =
    planned?.behaviour.openEnds?.(simulation.stateOf(node), planned.plan) ?? {};
  const name = simulation.plan.doc.nodes[node]?.name ?? '';
  return waiting.length + broken.length === 0
    ? []
    : [{ name, waiting: firstOf(waiting), violated: firstOf(broken) }];
}

const firstOf = (keys: readonly string[]): NamedKeys => ({
  count: keys.length,
  keys: keys.slice(0, mostNamed),
});
