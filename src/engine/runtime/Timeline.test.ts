import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from './FlowPlan';
import { Run } from './Run';
import { Simulation } from './Simulation';
import { Timeline } from './Timeline';

/** One server with exponential times; with a service time above 1 ms, ever more events wait. */
function docOf(serviceMs: number) {
  const exponential = (mean: number) => ({ law: 'exponential', mean });
  const result = parseFlow(
    {
      busbar: 1,
      name: 'long',
      untilMs: 0,
      eventTypes: [{ id: 'A' }],
      nodes: [
        { id: 'p', kind: 'publisher', x: 0, y: 0, settings: { interval: exponential(1) } },
        { id: 'b', kind: 'bus', x: 0, y: 0 },
        { id: 'h', kind: 'handler', x: 0, y: 0, settings: { service: exponential(serviceMs) } },
      ],
      wires: [
        { id: 'pb', from: { node: 'p', port: 'out' }, to: { node: 'b', port: 'in' } },
        { id: 'bh', from: { node: 'b', port: 'out' }, to: { node: 'h', port: 'in' } },
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function follow(timeline: Timeline, serviceMs: number, steps: number): Simulation {
  const simulation = new Simulation(planFlow(docOf(serviceMs), runningKinds));
  timeline.note(simulation);
  while (simulation.stepCount < steps && simulation.step()) timeline.note(simulation);
  return simulation;
}

test('a run that is twice as long needs no more memory: neither its state nor its snapshots grow', () => {
  const timeline = new Timeline();
  const simulation = new Simulation(planFlow(docOf(0.7), runningKinds));
  const sizes: { readonly weight: number; readonly entries: number }[] = [];
  for (const steps of [300_000, 600_000]) {
    while (simulation.stepCount < steps && simulation.step()) timeline.note(simulation);
    expect(timeline.size.count).toBeLessThanOrEqual(480);
    sizes.push({ weight: timeline.size.weight, entries: simulation.snapshot().entries });
  }
  const [first, last] = sizes;
  expect(last?.weight).toBeLessThan(2 * (first?.weight ?? 0));
  expect(last?.entries).toBeLessThan(10 * (first?.entries ?? 0));
  expect(last?.weight).toBeLessThan(2 ** 26);
});

test('snapshots of a queue that grows are thinned by their weight, and spaced by what they cost', () => {
  const light = new Timeline(2 ** 24);
  follow(light, 3, 200_000);
  expect(light.size.weight).toBeLessThanOrEqual(2 ** 24);
  expect(light.size.count).toBeGreaterThanOrEqual(2);
  const free = new Timeline();
  follow(free, 3, 200_000);
  expect(free.size.count).toBeGreaterThan(light.size.count);
  // One for each 1,000 steps would be 200.
  expect(free.size.count).toBeLessThan(150);
});

test('every place is found again from any snapshot, however far the replay, and looking around there agrees', () => {
  const run = new Run(runningKinds, 400_000);
  run.load(docOf(2));
  const hashes = new Map<number, string>();
  for (const step of [1, 777, 90_001, 90_002, 250_000, 399_999]) hashes.set(step, run.hashAt({ step }));
  while (run.advance(50_000));
  for (const step of [399_999, 250_000, 90_002, 90_001, 250_000, 777, 90_001, 1]) {
    expect(run.hashAt({ step })).toBe(hashes.get(step));
  }
  expect(run.knows({ step: 400_000 })).toBe(true);
});
