import type { FlowPlan } from '#engine/runtime/FlowPlan';
import type { Benchmark } from '../Benchmark';
import { planOf, stepToEnd } from '../flows';
import { compare } from '../measure';

const sizes = [10, 30, 100, 300, 1000];
const steps = 150_000;

/** So many nodes, as independent publishers with a queue and a handler each, on one clock. */
export const growthWithNodes: Benchmark = {
  id: 'nodes',
  title: 'Growth with nodes: independent queues on one clock',
  run() {
    const small = pipelines(10);
    return sizes.map((size) => {
      const plan = pipelines(size);
      const { perSecond, ratio } = compare(
        () => stepToEnd(plan).stepCount,
        () => stepToEnd(small).stepCount,
        5,
        2,
      );
      return { what: `${size} nodes`, value: perSecond / 1e6, unit: 'M steps/s', ratio, against: '10 nodes' };
    });
  },
};

function pipelines(nodes: number): FlowPlan {
  const count = Math.round(nodes / 3);
  const jobs = Math.round(steps / 6 / count);
  const numbers = Array.from({ length: count }, (_, index) => index);
  return planOf(
    numbers.flatMap((n) => [
      {
        id: `source${n}`,
        kind: 'publisher',
        settings: { interval: { law: 'exponential', mean: 125 }, count: jobs },
      },
      { id: `queue${n}`, kind: 'bus', settings: { groups: 'one' } },
      { id: `server${n}`, kind: 'handler', settings: { service: { law: 'exponential', mean: 100 } } },
    ]),
    numbers.flatMap((n) => [[`source${n}`, `queue${n}`] as const, [`queue${n}`, `server${n}`] as const]),
  );
}
