import { expect, test } from 'vitest';
import { createStreams } from '#engine/kernel/RandomStreams';
import { parseFlow } from '#engine/model/parseFlow';
import type { FlowDoc, Intervention } from '#engine/model/FlowDoc';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from './FlowPlan';
import { randomRun } from './randomRun';
import { Run } from './Run';
import { Simulation } from './Simulation';

function flowOf(data: unknown): FlowDoc {
  const parsed = parseFlow(data, kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function randomDoc(seed: number): FlowDoc {
  const streams = createStreams(seed, ['flow']);
  return flowOf(randomRun((n) => Math.floor(streams.nextUnit(0) * n), kinds));
}

/** An event at 1 s and one at 3 s, each worked on for a tenth of a second, and what a person did at 2 s. */
function runWith(action: object): Run {
  const script = [1_000, 3_000].map((atMs) => ({ atMs, type: 'OrderPlaced', key: '' }));
  const at = { x: 0, y: 0 };
  const service = { law: 'constant', mean: 100 };
  const doc = flowOf({
    busbar: 1,
    name: 'next time',
    eventTypes: [{ id: 'OrderPlaced' }],
    nodes: [
      { id: 'shop', kind: 'publisher', ...at, settings: { generation: 'script', script } },
      { id: 'orders', kind: 'bus', ...at },
      { id: 'clerk', kind: 'handler', ...at, settings: { service } },
    ],
    wires: [
      { id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
      { id: 'out', from: { node: 'orders', port: 'out' }, to: { node: 'clerk', port: 'in' } },
    ],
    interventions: [{ id: 'i', atUs: 2_000_000, afterStep: 0, action }],
  });
  const run = new Run(runningKinds);
  run.load(doc);
  while (run.advance(1_000));
  return run;
}

/** The same with something done by hand between any two moments, of which most finds nothing to act on. */
function meddledWith(doc: FlowDoc): FlowDoc {
  const simulation = new Simulation(planFlow({ ...doc, interventions: [] }, runningKinds));
  const times: number[] = [];
  while (times.length < 200 && simulation.step()) times.push(simulation.nowUs);
  const ids = doc.nodes.map(({ id }) => id);
  const interventions = times.map((timeUs, index): Intervention => {
    const [node = '', event] = [ids[index % ids.length], 1 + (index % 7)];
    const message = `${node}/${index % 2 === 0 ? 'deliver' : 'finish.finish'}/${String(event)}`;
    const atUs = Math.floor((timeUs + (times[index + 1] ?? timeUs)) / 2);
    const action =
      index % 3 === 0
        ? ({ do: 'advance', node, event, queue: '' } as const)
        : ({ do: index % 3 === 1 ? 'pick' : 'drop', message } as const);
    return { id: `i${String(index)}`, atUs, afterStep: 0, action };
  });
  return { ...doc, interventions };
}

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'a run tells before every step when it will be, and at its end that there is none, in flow %i',
  (seed) => {
    const simulation = new Simulation(planFlow(meddledWith(randomDoc(seed)), runningKinds));
    for (let made = true, step = 0; made && step < 400; step += 1) {
      const toldUs = simulation.nextTimeUs();
      made = simulation.step();
      expect([step, toldUs]).toEqual([step, made ? simulation.nowUs : undefined]);
    }
  },
);

test.each([
  ['advance', { do: 'advance', node: 'orders', event: 1, queue: '' }],
  ['drop', { do: 'drop', message: 'clerk/deliver/1' }],
  ['pick', { do: 'pick', message: 'clerk/deliver/1' }],
])('a skipped %s lets a frame by time stand where it stood, not at the step after', (_, action) => {
  const run = runWith(action);
  expect(run.deeds(1e6)).toMatchObject([{ outcome: 'missing' }]);
  const before = run.frame({ timeUs: 1_999_999 });
  expect(before.timeUs).toBeLessThan(2_000_000);
  for (const timeUs of [2_000_000, 2_500_000, 2_999_999]) {
    expect(run.frame({ timeUs }).step).toBe(before.step);
  }
  expect(run.frame({ timeUs: 3_000_000 }).step).toBeGreaterThan(before.step);
});

test('what is picked before it is due is shown when it is done, and not when it was picked', () => {
  const run = runWith({ do: 'pick', message: 'shop/timer.generate' });
  expect(run.deeds(1e6)).toMatchObject([{ outcome: 'done' }]);
  const before = run.frame({ timeUs: 1_999_999 });
  expect(run.frame({ timeUs: 2_999_999 }).step).toBe(before.step);
});
