import { recordStep } from '#engine/runtime/frames';
import { Simulation } from '#engine/runtime/Simulation';
import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { Timeline } from '#engine/runtime/Timeline';
import type { Benchmark } from '../Benchmark';
import { queuePlan, stepToEnd } from '../flows';
import { compare } from '../measure';

const jobs = 30_000;

/** What it costs to remember: snapshots along the way, and every step told in full. */
export const tracing: Benchmark = {
  id: 'tracing',
  title: 'Cost of remembering, on M/M/1',
  run() {
    const plan = queuePlan(jobs, 125, 100, 1);
    const plain = () => stepToEnd(plan).stepCount;
    const withSnapshots = compare(() => runWithSnapshots(plan), plain);
    const withTrace = compare(() => runWithTrace(plan), plain);
    const against = 'the same run without';
    return [
      {
        what: 'with snapshots to step back by',
        value: withSnapshots.perSecond / 1e6,
        unit: 'M steps/s',
        ratio: withSnapshots.ratio,
        against,
        goal: 0.5,
      },
      {
        what: 'with every step written out',
        value: withTrace.perSecond / 1e6,
        unit: 'M steps/s',
        ratio: withTrace.ratio,
        against,
      },
    ];
  },
};

function runWithSnapshots(plan: FlowPlan): number {
  const simulation = new Simulation(plan);
  const timeline = new Timeline();
  while (simulation.step()) timeline.note(simulation);
  return simulation.stepCount;
}

function runWithTrace(plan: FlowPlan): number {
  const simulation = new Simulation(plan);
  let steps = 0;
  while (recordStep(simulation) !== null) steps += 1;
  return steps;
}
