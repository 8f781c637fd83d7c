import { Run } from '#engine/runtime/Run';
import { runningKinds } from '#kinds/runningKinds';
import type { Benchmark } from '../Benchmark';
import { queuePlan } from '../flows';
import { median } from '../measure';

const steps = 1_000_000;

export const stepBack: Benchmark = {
  id: 'back',
  title: 'One step back from step 1,000,000, on M/M/1',
  run() {
    const run = new Run(runningKinds);
    const { doc } = queuePlan(steps / 5, 125, 100, 1);
    run.load(doc);
    const computeMs = timeMs(() => {
      while (run.advance(10_000));
    });
    run.frame({ step: steps });
    const backMs = median(
      Array.from({ length: 21 }, (_, back) => timeMs(() => run.frame({ step: steps - 1 - back }))),
    );
    return [
      {
        what: 'back by one step',
        value: backMs,
        unit: 'ms',
        ratio: computeMs / backMs,
        against: 'computing the run anew',
      },
    ];
  },
};

function timeMs(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}
