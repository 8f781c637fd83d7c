import type { Simulation } from './Simulation';
import type { RunSummary } from './Trace';

/** Why a run that makes no more steps stopped, and who waits for whom if it should not have. */
export function verdictOf(simulation: Simulation): Pick<RunSummary, 'status' | 'waiting' | 'isBlocked'> {
  if (simulation.limit !== '') return { status: 'limit', ...nobody };
  if (simulation.nextTimeUs() !== undefined) return { status: 'running', ...nobody };
  if (simulation.pending.size > simulation.sleeperCount) return { status: 'horizon', ...nobody };
  const unsettled = simulation.plan.nodes.flatMap((node, index) =>
    node.behaviour.isSettled(simulation.stateOf(index)) && simulation.lifecycles.page(index).isAccepting
      ? []
      : [index],
  );
  if (unsettled.length === 0) return { status: 'ended', ...nobody };
  const cycle = findCycle(simulation);
  const isBlocked = cycle !== undefined || unsettled.some((node) => !isQuiet(simulation, node));
  return { status: 'stuck', waiting: cycle ?? unsettled, isBlocked };
}

const nobody = { waiting: [], isBlocked: false };

/** Whether nothing but a rule on the end of a run keeps a node from being settled. */
function isQuiet(simulation: Simulation, node: number): boolean {
  const isNodeQuiet = simulation.plan.nodes[node]?.behaviour.isQuiet?.(simulation.stateOf(node)) ?? false;
  return isNodeQuiet && simulation.lifecycles.page(node).isAccepting;
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
