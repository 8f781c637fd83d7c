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
  fault: '',
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

const start: Frame = { step: 0, timeUs: 0, nodes: [], flights: [], facts: {}, failing: [] };

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
  hops: [],
  playhead: { step, timeUs },
  isPlaying: true,
  speed: 1,
  settle: 1,
  glide: null,
  ...change,
});

const paused = { isPlaying: false };

const seen = (at: FlightMoment) =>
  visibleFlights(at).map(({ flight: { id }, progress }) => [id, Math.round(progress * 100) / 100]);

test('a token on a wire with latency is where it really is, playing or not', () => {
  expect(seen(moment(3, 1_250_000))).toContainEqual([3, 0.5]);
  expect(seen(moment(3, 1_250_000, paused))).toEqual([[3, 0.5]]);
  expect(seen(moment(3, 1_450_000, { speed: 64 }))).toContainEqual([3, 0.9]);
  expect(seen(moment(4, 1_500_000))).toEqual([]);
});

test('while playing, a token without latency is seen for 300 ms of wall time from when it left', () => {
  expect(seen(moment(3, 1_150_000))).toContainEqual([1, 0.5]);
  expect(seen(moment(3, 1_150_000))).toContainEqual([2, 0.5]);
  expect(seen(moment(3, 1_299_000)).map(([id]) => id)).toContain(1);
  expect(seen(moment(3, 1_301_000)).map(([id]) => id)).toEqual([3]);
});

test('the travel takes the same wall time at every speed', () => {
  expect(seen(moment(4, 1_600_000, { speed: 4 }))).toContainEqual([1, 0.5]);
  expect(seen(moment(3, 1_037_500, { speed: 1 / 4 }))).toContainEqual([1, 0.5]);
});

test('at rest one step is one picture, however one came to it', () => {
  for (let step = 0; step <= 4; step += 1) {
    const frame = foldWindow(chain, step);
    const timeUs = frame.timeUs;
    const played = moment(step, timeUs, paused);
    const reloaded = { ...played, frame, window: { start: frame, entries: [] } };
    const steppedBack = { ...played, frame: foldWindow(chain, step, foldWindow(chain, 4)), speed: 4 };
    const ids = frame.flights.map(({ id }) => id);
    for (const at of [played, reloaded, steppedBack]) {
      expect(visibleFlights(at)).toEqual(visibleFlights(played));
      expect(visibleFlights(at).map(({ flight: { id } }) => id)).toEqual(ids);
    }
  }
});

test('as fast as possible, and at rest, tokens are shown where they are', () => {
  expect(seen(moment(1, 1_000_000, { speed: Infinity }))).toEqual([[1, 1]]);
  expect(seen(moment(1, 1_000_000, paused))).toEqual([[1, 1]]);
});

test('while a single step settles, its tokens glide although virtual time stands', () => {
  const glide = { fromUs: 1_000_000, landing: null };
  const at = (settle: number) => seen(moment(1, 1_000_000, { ...paused, settle, glide }));
  expect(at(0)).toEqual([[1, 0]]);
  expect(at(0.2)).toEqual([[1, 0.2]]);
  expect(at(0.99)).toEqual([[1, 0.99]]);
});

test('a step that moves time first brings its token home', () => {
  const landing = flight(3, 1_000_000, 1_500_000);
  const glide = { fromUs: 1_000_000, landing };
  const at = (settle: number) => seen(moment(4, 1_500_000, { ...paused, settle, glide }));
  expect(at(0)).toEqual([[3, 0]]);
  expect(at(0.25)).toEqual([[3, 0.5]]);
  expect(at(0.5)).toEqual([]);
  expect(seen(moment(4, 1_500_000, paused))).toEqual([]);
});

test('an overdue token waits at the end of its wire', () => {
  expect(seen(moment(3, 9_000_000))).toEqual([[3, 1]]);
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

test('what took no time and is not in the window is seen just as long while it plays', () => {
  const hops = [flight(7, 900_000, 900_000), flight(8, 600_000, 600_000), flight(9, 1_100_000, 1_100_000)];
  const seen = moment(0, 1_000_000, { hops, isPlaying: true });
  expect(visibleFlights(seen).map(({ flight: { id } }) => id)).toEqual([7]);
  expect(visibleFlights({ ...seen, isPlaying: false })).toEqual([]);
});
