import { expect, test } from 'vitest';
import { drawFlow } from '#engine/analysis/lint/drawFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { rankKnobs } from './rankKnobs';

const exponential = (mean: number) => ({ law: 'exponential', mean });

/** Two groups at a line of five places that keeps its callers waiting: what no theory has a wait for. */
function ranked(slow: number, untilMs: number) {
  const drawn = drawFlow(
    {
      nodes: {
        shop: ['publisher', { interval: exponential(100), mix: [{ type: 'T', weight: 1 }] }],
        topic: ['bus', { capacity: 5, overflow: 'block' }],
        slow: ['handler', { service: exponential(slow) }],
        quick: ['handler', { service: { law: 'constant', mean: 60 } }],
      },
      wires: ['shop>topic', 'topic>slow', 'topic>quick'],
    },
    judgedKinds,
  );
  const settings = { runs: 1, maxSteps: 100_000 };
  const task = rankKnobs({ ...drawn, untilMs }, judgedKinds, runningKinds, settings);
  for (;;) {
    const turn = task.next();
    if (turn.done === true) return turn.value;
  }
}

test('callers who pile up at a door count, and one more worker elsewhere is no help', () => {
  const [best, other] = ranked(130, 600_000);
  expect(best).toMatchObject({ node: 'slow', tier: 'simulation', growthAfter: 0, endlessAfter: 0 });
  expect(best?.growthBefore).toBeGreaterThan(1.5);
  expect(best?.endlessBefore).toBe(1);
  expect(other).toMatchObject({ node: 'quick', endlessAfter: 1 });
  expect(other?.growthAfter).toBeGreaterThan(1.5);
  expect(other?.waitingBefore).toBeGreaterThan(100);
});

test('where runs are too short to show it, growth is what theory says of it', () => {
  const [best, other] = ranked(105, 20_000);
  expect(best?.growthAfter).toBe(0);
  expect(other?.growthBefore).toBeCloseTo(10 - 1000 / 105, 9);
  expect(other).toMatchObject({ node: 'quick', endlessBefore: 1, endlessAfter: 1 });
});

test('a flow that keeps up does not grow', () => {
  for (const knob of ranked(60, 600_000)) expect(knob).toMatchObject({ growthBefore: 0, endlessBefore: 0 });
});
