import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import { advance } from '#engine/runtime/advance';
import { planFlow, type FlowPlan } from '#engine/runtime/FlowPlan';
import { Simulation } from '#engine/runtime/Simulation';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';

interface NodeInput {
  readonly id: string;
  readonly kind: string;
  readonly settings?: object;
}

/** A plan of a flow given as nodes and as pairs of node and port. Throws when it is no flow. */
export function planOf(
  nodes: readonly NodeInput[],
  wires: readonly (readonly [from: string, to: string])[],
): FlowPlan {
  return planFlow(documentOf(nodes, wires), runningKinds);
}

function documentOf(
  nodes: readonly NodeInput[],
  wires: readonly (readonly [from: string, to: string])[],
): FlowDoc {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'benchmark',
      seed: 7,
      untilMs: 0,
      eventTypes: [{ id: 'Job', name: 'Job' }],
      nodes: nodes.map((node) => ({ ...node, name: node.id, x: 0, y: 0 })),
      wires: wires.map(([from, to], index) => ({
        id: `w${index}`,
        from: { node: from, port: 'out' },
        to: { node: to, port: 'in' },
      })),
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const exponential = (mean: number) => ({ law: 'exponential', mean });

/** A Poisson stream into one queue with a handler of so many workers. Times in milliseconds. */
export function queuePlan(jobs: number, meanBetween: number, meanService: number, workers: number): FlowPlan {
  return planOf(
    [
      {
        id: 'source',
        kind: 'publisher',
        settings: { interval: exponential(meanBetween), count: jobs },
      },
      { id: 'queue', kind: 'bus', settings: { groups: 'one' } },
      { id: 'server', kind: 'handler', settings: { workers, service: exponential(meanService) } },
    ],
    [
      ['source', 'queue'],
      ['queue', 'server'],
    ],
  );
}

/** One topic with so many handlers, in which a share of attempts fails and is tried again at once. */
export function fanOutPlan(
  events: number,
  meanBetween: number,
  meanService: number,
  handlers: number,
  failureProbability: number,
): FlowPlan {
  const ids = Array.from({ length: handlers }, (_, index) => `handler${index}`);
  return planOf(
    [
      {
        id: 'source',
        kind: 'publisher',
        settings: { interval: exponential(meanBetween), count: events },
      },
      { id: 'topic', kind: 'bus' },
      ...ids.map((id) => ({
        id,
        kind: 'handler',
        settings: { service: exponential(meanService), failureProbability, retries: 100, backoffMs: 0 },
      })),
    ],
    [['source', 'topic'], ...ids.map((id) => ['topic', id] as const)],
  );
}

/** The same step by step, as flows are run that are not plain, or that somebody looks at. */
export function stepToEnd(plan: FlowPlan): Simulation {
  const simulation = new Simulation(plan);
  while (simulation.step());
  return simulation;
}

/** Runs a plan to its end and returns the simulation. */
export function runToEnd(plan: FlowPlan): Simulation {
  const simulation = new Simulation(plan);
  advance(simulation, { step: Infinity });
  return simulation;
}
