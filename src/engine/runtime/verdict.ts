import type { Simulation } from './Simulation';
import type { RunSummary } from './Trace';

/** Why a run that makes no more steps stopped, and who waits for whom if it should not have. */
export function verdictOf(simulation: Simulation): Pick<RunSummary, 'status' | 'waiting'> {
  if (simulation.limit !== '') return { status: 'limit', waiting: [] };
  if (simulation.nextTimeUs() !== undefined) return { status: 'running', waiting: [] };
  if (simulation.pending.size > simulation.sleeperCount) return { status: 'horizon', waiting: [] };
  const unsettled = simulation.plan.nodes.flatMap((node, index) =>
    node.behaviour.isSettled(simulation.stateOf(index)) && simulation.lifecycles.page(index).isAccepting
      ? []
      : [index],
  );
  if (unsettled.length === 0) return { status: 'ended', waiting: [] };
  return { status: 'stuck', waiting: findCycle(simulation) ?? unsettled };
}

/** A cycle in the wait-for graph, which is what makes a deadlock; undefined when there is none. */
function findCycle(simulation: Simulation): readonly number[] | undefined {
  const finished = new Set<number>();
  const visit = (node: number, path: readonly number[]): readonly number[] | undefined => {
    const start = path.indexOf(node);
    if (start >= 0) return path.slice(start);
    if (finished.has(node)) return undefined;
    const planned = simulation.plan.nodes[node];
    for (const next of planned?.behaviour.waitsFor(simulation.stateOf(node), planned.plan) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle !== undefined) return cycle;
    }
    finished.add(node);
    return undefined;
  };
  for (let node = 0; node < simulation.plan.nodes.length; node += 1) {
    const cycle = visit(node, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
