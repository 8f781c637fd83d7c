import { expect, test } from 'vitest';
import type { Flight, Frame, PlayableEntry, TraceWindow } from '#engine/runtime/Trace';
import { foldWindow } from './foldWindow';
import { visibleFlights, type FlightMoment } from './visibleFlights';

const flight = (id: number, departUs: number, arriveUs: number): Flight => ({
  id,
  wire: id,
  kind: 'publish',
  token: null,
  departUs,
  arriveUs,
  isCall: false,
  isDeadLetter: false,
  isBad: false,
});

const entry = (step: number, timeUs: number, ended: number, sent: readonly Flight[]): PlayableEntry => ({
  step,
  timeUs,
  node: 0,
  kind: 'publish',
  name: '',
  token: null,
  wire: -1,
  cause: step - 1,
  flight: ended,
  intervention: '',
  transitions: [],
  facts: [],
  sent,
  after: {
    lifecycle: 'idle',
    sinceUs: 0,
    last: null,
    view: null,
    times: { response: null, wait: null },
    p95Us: null,
    ratePerSecond: 0,
  },
});

const start: Frame = { step: 0, timeUs: 0, nodes: [], flights: [], facts: {} };

/** One event that goes over two wires without latency, then over one of 500 ms. */
const chain: TraceWindow = {
  start,
  entries: [
    entry(1, 1_000_000, 0, [flight(1, 1_000_000, 1_000_000)]),
    entry(2, 1_000_000, 1, [flight(2, 1_000_000, 1_000_000)]),
    entry(3, 1_000_000, 2, [flight(3, 1_000_000, 1_500_000)]),
    entry(4, 1_500_000, 3, []),
  ],
};

const moment = (step: number, timeUs: number, change: Partial<FlightMoment> = {}): FlightMoment => ({
  frame: foldWindow(chain, step),
  window: chain,
  playhead: { step, timeUs },
  speed: 1,
  settle: 1,
  glide: null,
  settledStep: 0,
  ...change,
});

const seen = (at: FlightMoment) =>
  visibleFlights(at).map(({ flight: { id }, progress }) => [id, Math.round(progress * 100) / 100]);

test('a token on a wire with latency is where it really is', () => {
  expect(seen(moment(3, 1_250_000, { settledStep: 3 }))).toEqual([[3, 0.5]]);
  expect(seen(moment(4, 1_500_000, { settledStep: 4 }))).toEqual([]);
});

test('a token on a wire without latency is seen travelling for 300 ms of wall time after it left', () => {
  expect(seen(moment(3, 1_150_000))).toContainEqual([1, 0.5]);
  expect(seen(moment(3, 1_299_000)).map(([id]) => id)).toContain(1);
  expect(seen(moment(3, 1_301_000)).map(([id]) => id)).not.toContain(1);
});

test('the travel takes the same wall time at every speed', () => {
  expect(seen(moment(3, 1_600_000, { speed: 4 }))).toContainEqual([1, 0.5]);
  expect(seen(moment(3, 1_037_500, { speed: 1 / 4 }))).toContainEqual([1, 0.5]);
});

test('what an arrival causes leaves only when the arrival has been seen', () => {
  expect(seen(moment(3, 1_150_000)).map(([id]) => id)).toEqual([1]);
  expect(seen(moment(3, 1_450_000))).toContainEqual([2, 0.5]);
});

test('nothing is drawn later than three travels after it was sent, however long the chain', () => {
  const entries = Array.from({ length: 40 }, (_, index) =>
    entry(index + 1, 0, index, [flight(index + 1, 0, 0)]),
  );
  const window = { start, entries };
  const frame = foldWindow(window, 40);
  expect(
    visibleFlights({ ...moment(0, 0), window, frame, playhead: { step: 40, timeUs: 901_000 } }).filter(
      ({ progress }) => progress < 1,
    ),
  ).toEqual([]);
});

test('as fast as possible, and where everything has settled, tokens are shown where they are', () => {
  expect(seen(moment(1, 1_000_000, { speed: Infinity }))).toEqual([[1, 1]]);
  expect(seen(moment(1, 1_000_000, { settledStep: 1 }))).toEqual([[1, 1]]);
});

test('while a single step settles, its tokens glide although virtual time stands', () => {
  const glide = { fromUs: 1_000_000, landing: null };
  const at = (settle: number) => seen(moment(1, 1_000_000, { settle, glide, settledStep: 0 }));
  expect(at(0)).toEqual([[1, 0]]);
  expect(at(0.2)).toEqual([[1, 0.6]]);
  expect(at(0.99)).toEqual([[1, 1]]);
});

test('a step that moves time first brings its token home', () => {
  const landing = flight(3, 1_000_000, 1_500_000);
  const glide = { fromUs: 1_000_000, landing };
  const at = (settle: number) => seen(moment(4, 1_500_000, { settle, glide, settledStep: 3 }));
  expect(at(0)).toEqual([[3, 0]]);
  expect(at(0.25)).toEqual([[3, 0.5]]);
  expect(at(0.5)).toEqual([]);
  expect(seen(moment(4, 1_500_000, { settledStep: 4 }))).toEqual([]);
});

test('an overdue token waits at the end of its wire', () => {
  expect(seen(moment(3, 9_000_000, { settledStep: 3 }))).toEqual([[3, 1]]);
});

test('without a picture there is nothing to draw', () => {
  expect(visibleFlights({ ...moment(1, 0), frame: null, window: null })).toEqual([]);
});

test('an answer is seen on its way back when its caller is held or the news is bad, and not otherwise', () => {
  const answer = (change: Partial<Flight>): FlightMoment => {
    const window = {
      start,
      entries: [
        entry(1, 1_000_000, 0, [{ ...flight(1, 1_000_000, 1_000_000), kind: 'ack', ...change } as const]),
      ],
    };
    return moment(1, 1_100_000, { frame: foldWindow(window, 1), window });
  };
  expect(seen(answer({}))).toEqual([]);
  expect(seen(answer({ isCall: true }))).toHaveLength(1);
  expect(seen(answer({ isBad: true }))).toHaveLength(1);
});
