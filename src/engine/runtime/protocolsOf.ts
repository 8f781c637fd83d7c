import type { ProtocolReport } from '#engine/model/protocols/ProtocolReport';
import type { Simulation } from './Simulation';

/** How the protocols attached to a node stand; none where it has none. */
export function protocolsOf(simulation: Simulation, node: number): readonly ProtocolReport[] {
  const planned = simulation.plan.nodes[node];
  return planned?.behaviour.protocols?.(simulation.stateOf(node), planned.plan) ?? [];
}
