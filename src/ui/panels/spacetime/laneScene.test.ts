import { expect, test } from 'vitest';
import { entryAt, frameAt, timeOfStep } from '#worker/fakeRun';
import { laneScene } from './laneScene';

const window = {
  start: frameAt(0),
  entries: Array.from({ length: 20 }, (_, index) => entryAt(index + 1)),
};
const second = { fromUs: 0, toUs: 1e6, isEndKnown: false };
const ring = (wire: number) => ({ from: wire, to: (wire + 1) % 3 });

test('the bands of a node follow each other without gap or overlap, up to what is known', () => {
  const { bands } = laneScene(window, { fromUs: 0, toUs: 10e6, isEndKnown: false }, ring);
  for (const node of [0, 1, 2]) {
    const own = bands.filter((band) => band.node === node).toSorted((a, b) => a.fromUs - b.fromUs);
    expect(own.slice(1).map(({ fromUs }) => fromUs)).toEqual(own.slice(0, -1).map(({ toUs }) => toUs));
    expect(own.every(({ fromUs, toUs }) => toUs > fromUs)).toBe(true);
    expect(own.at(-1)?.toUs).toBeLessThanOrEqual(timeOfStep(20));
  }
});

test('only what touches the stretch of time is in the scene', () => {
  const { bands, marks, ways } = laneScene(
    window,
    { fromUs: 300_000, toUs: 500_000, isEndKnown: false },
    ring,
  );
  for (const band of bands) expect(band.toUs > 300_000 && band.fromUs < 500_000).toBe(true);
  for (const { timeUs } of marks) expect(timeUs >= 300_000 && timeUs <= 500_000).toBe(true);
  for (const { flight } of ways) expect(flight.arriveUs >= 300_000 && flight.departUs <= 500_000).toBe(true);
  expect(marks.length).toBe(6);
  expect(ways.length).toBeGreaterThan(3);
});

test('a step that kills an event is marked as such, and not as an arrival', () => {
  const token = { number: 4, type: 0, subject: '' };
  const deadly = { ...entryAt(1), token, facts: [{ code: 'dropped' as const, token, detail: '' }] };
  const { marks } = laneScene({ start: frameAt(0), entries: [deadly] }, second, ring);
  expect(marks).toEqual([{ node: 1, timeUs: 0, token, isDead: true }]);
});

test('answers are no ways: bands tell of them', () => {
  const answer = entryAt(1).sent.map((flight) => ({ ...flight, kind: 'ack' as const }));
  const { ways } = laneScene({ start: frameAt(0), entries: [{ ...entryAt(1), sent: answer }] }, second, ring);
  expect(ways).toEqual([]);
});

test('states last to the end of the run when that is known, and what came before the window is not known', () => {
  const ended = laneScene(window, { fromUs: 0, toUs: 20e6, isEndKnown: true }, ring);
  expect(Math.max(...ended.bands.map(({ toUs }) => toUs))).toBe(20e6);
  expect(ended.knownFromUs).toBe(-Infinity);
  const sought = laneScene({ start: frameAt(9), entries: [] }, { ...second, toUs: 20e6 }, ring);
  expect(Math.max(...sought.bands.map(({ toUs }) => toUs))).toBeLessThanOrEqual(timeOfStep(9));
  expect(sought.knownFromUs).toBe(timeOfStep(9));
});
