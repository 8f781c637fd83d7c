import { expect, test, vi } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import type { BusState } from '#kinds/bus/BusState';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { measure } from '#engine/model/measures';
import { planFlow } from './FlowPlan';
import { Simulation } from './Simulation';

vi.setConfig({ testTimeout: 120_000 });

/** A Poisson stream of `perSecond` events into a queue with one handler of so many workers. */
function queue(perSecond: number, workers: number, service: object, untilMs: number): Simulation {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'queue',
      seed: 7,
      untilMs,
      eventTypes: [{ id: 'Job', name: 'Job', shape: 'circle', colour: 1, outline: false }],
      nodes: [
        {
          id: 'source',
          kind: 'publisher',
          name: 'source',
          x: 0,
          y: 0,
          settings: { interval: { law: 'exponential', mean: 1000 / perSecond } },
        },
        { id: 'queue', kind: 'bus', name: 'queue', x: 0, y: 0, settings: { groups: 'one' } },
        { id: 'server', kind: 'handler', name: 'server', x: 0, y: 0, settings: { workers, service } },
      ],
      wires: [
        { id: 'a', from: { node: 'source', port: 'out' }, to: { node: 'queue', port: 'in' }, settings: {} },
        { id: 'b', from: { node: 'queue', port: 'out' }, to: { node: 'server', port: 'in' }, settings: {} },
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return new Simulation(planFlow(result.value, runningKinds));
}

interface Measured {
  readonly meanWaitMs: number;
  /** Events in the queue, averaged over time. */
  readonly meanQueue: number;
  readonly arrivalsPerMs: number;
}

function measured(simulation: Simulation): Measured {
  let area = 0;
  let lastUs = 0;
  let length = 0;
  while (simulation.step()) {
    area += length * (simulation.nowUs - lastUs);
    lastUs = simulation.nowUs;
    const state = simulation.stateOf(1) as BusState; // Node 1 is the bus.
    length = state.groups.reduce((sum, group) => sum + group.queue.waiting, 0);
  }
  return {
    meanWaitMs: (simulation.metrics.figures(1, measure.wait)?.meanUs ?? 0) / 1000,
    meanQueue: area / lastUs,
    arrivalsPerMs: simulation.eventCount / (lastUs / 1000),
  };
}

const exponential100 = { law: 'exponential', mean: 100 };

test('6: M/M/1 at 80 % load waits as the closed form says, and Little’s law holds', () => {
  const { meanWaitMs, meanQueue, arrivalsPerMs } = measured(queue(8, 1, exponential100, 20_000_000));
  // Wq = ρ / (μ − λ) = 0.8 / (10 − 8) s. Over 160,000 events a single run stays within 6 %.
  expect(Math.abs(meanWaitMs / 400 - 1)).toBeLessThan(0.06);
  expect(Math.abs(meanQueue / (arrivalsPerMs * meanWaitMs) - 1)).toBeLessThan(0.005);
});

test('6: M/D/1 waits half as long as M/M/1', () => {
  const { meanWaitMs } = measured(queue(8, 1, { law: 'constant', mean: 100 }, 20_000_000));
  // Pollaczek–Khinchine: Wq = ρ s / 2(1 − ρ) = 200 ms.
  expect(Math.abs(meanWaitMs / 200 - 1)).toBeLessThan(0.06);
});

test('6: M/M/3 at two thirds load waits 44 ms (Erlang C)', () => {
  const { meanWaitMs } = measured(queue(20, 3, exponential100, 8_000_000));
  expect(Math.abs(meanWaitMs / 44.4 - 1)).toBeLessThan(0.06);
});
