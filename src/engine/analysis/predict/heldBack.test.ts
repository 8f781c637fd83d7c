import { describe, expect, test } from 'vitest';
import { drawFlow, type Drawing } from '#engine/analysis/lint/drawFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { predictFlow } from './predictFlow';
import { simulateFigures } from './simulateFigures';

const exponential = (mean: number) => ({ law: 'exponential', mean });

/** Ten events a second for each of two groups, behind a line of five places that keeps its callers waiting. */
const drawing = (slow: number, quick: number, bus: object = {}): Drawing => ({
  nodes: {
    shop: ['publisher', { interval: exponential(100), mix: [{ type: 'T', weight: 1 }] }],
    topic: ['bus', { capacity: 5, overflow: 'block', ...bus }],
    slow: ['handler', { service: exponential(slow), actions: [{ do: 'emit' }], emitCall: 'fireAndForget' }],
    quick: ['handler', { service: { law: 'constant', mean: quick } }],
    next: 'bus',
    last: ['handler', { service: exponential(20) }],
  },
  wires: ['shop>topic', 'topic>slow', 'topic>quick', 'slow>next', 'next>last'],
});

const predicted = (drawn: Drawing) => predictFlow(drawFlow(drawn, judgedKinds), judgedKinds);
const stationOf = (drawn: Drawing, id: string) => predicted(drawn).stations.find((one) => one.id === id);

describe('where a full line keeps its callers waiting', () => {
  test('the other group gets what the slowest can do, as in runs', () => {
    const drawn = drawing(125, 100);
    expect(stationOf(drawn, 'slow')).toMatchObject({ load: 1.25, isEndless: true, tier: 'approximation' });
    expect(stationOf(drawn, 'slow')?.growthPerSecond).toBeCloseTo(2, 9);
    expect(stationOf(drawn, 'quick')?.load).toBeCloseTo(0.8, 9);
    expect(stationOf(drawn, 'quick')?.arrivalsPerSecond).toBeCloseTo(8, 9);
    expect(stationOf(drawn, 'last')?.arrivalsPerSecond).toBeCloseTo(8, 9);
    const doc = { ...drawFlow(drawn, judgedKinds), untilMs: 1_000_000 };
    const runs = simulateFigures(doc, runningKinds, { runs: 2, maxSteps: 400_000 });
    let turn = runs.next();
    while (turn.done !== true) turn = runs.next();
    const served = turn.value.find(({ id, figure }) => id === 'quick' && figure === 'throughputPerSecond');
    // A little less: who is slowest has nothing to do now and then, as the places are taken by the other's copies.
    expect(served?.interval?.mean).toBeGreaterThan(7.6);
    expect(served?.interval?.mean).toBeLessThan(8.2);
  });

  test('of two that cannot keep up, the slower one is the limit of both', () => {
    const drawn = drawing(125, 200);
    expect(stationOf(drawn, 'quick')).toMatchObject({ load: 2, isEndless: true });
    expect(stationOf(drawn, 'slow')?.arrivalsPerSecond).toBeCloseTo(5, 9);
    expect(stationOf(drawn, 'slow')?.load).toBeCloseTo(0.625, 9);
  });

  test('nobody is held back by a line that has room, or that turns away', () => {
    const room = drawing(125, 50, { capacity: 0 });
    expect(stationOf(room, 'quick')?.load).toBeCloseTo(0.5, 9);
    expect(stationOf(drawing(50, 50), 'quick')?.load).toBeCloseTo(0.5, 9);
  });
});
