import type { KeyQuestion, KeyReport } from '#engine/model/KeyReport';
import type { Simulation } from './Simulation';

/** The keys that a node keeps something for; none where it keeps nothing by key. */
export function keysOf(simulation: Simulation, node: number, question: KeyQuestion): KeyReport {
  const planned = simulation.plan.nodes[node];
  const report = planned?.behaviour.keys?.(simulation.stateOf(node), planned.plan, question);
  return report ?? { question, count: 0, matching: 0, found: [], detail: null };
}
