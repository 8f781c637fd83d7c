import { expect, test } from 'vitest';
import type { Simulation } from './Simulation';
import type { Snapshot } from './Snapshot';
import { Vicinity } from './Vicinity';

const snapshotAt = (stepCount: number) => ({ stepCount, nowUs: stepCount * 10 }) as Snapshot; // All that it reads.
const simulationAt = (stepCount: number) =>
  ({ stepCount, snapshot: () => snapshotAt(stepCount) }) as unknown as Simulation; // All that it asks.

/** A replay over a long gap from step 100,000 on. */
function replay(gap: number, upTo: number): Vicinity {
  const vicinity = new Vicinity();
  vicinity.enter(snapshotAt(100_000), gap);
  for (let step = 100_001; step <= upTo; step += 1) vicinity.note(simulationAt(step));
  return vicinity;
}

test('after a long replay the next one to the same place is short', () => {
  const vicinity = replay(80_000, 150_000);
  const from = vicinity.nearest({ step: 149_000 }, snapshotAt(100_000));
  expect(from?.stepCount).toBe(140_000);
  expect(vicinity.nearest({ timeUs: 1_499_000 }, snapshotAt(100_000))?.stepCount).toBe(140_000);
});

test('a snapshot of the timeline that is nearer is preferred, and one beyond the place never taken', () => {
  const vicinity = replay(80_000, 150_000);
  expect(vicinity.nearest({ step: 190_000 }, snapshotAt(180_000))?.stepCount).toBe(180_000);
  expect(vicinity.nearest({ step: 105_000 }, snapshotAt(100_000))?.stepCount).toBe(100_000);
});

test('a short replay leaves nothing behind, and a new long one replaces the last', () => {
  expect(replay(20_000, 119_000).nearest({ step: 119_000 }, undefined)).toBeUndefined();
  const vicinity = replay(80_000, 150_000);
  vicinity.enter(snapshotAt(0), 80_000);
  expect(vicinity.nearest({ step: 149_000 }, snapshotAt(100_000))?.stepCount).toBe(100_000);
});
