import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLifecycle } from '#engine/automata/checkLifecycle';
import type { Settings } from '#engine/model/fields';
import { defaultsOf } from '#engine/model/defaultsOf';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import type { TraceEntry } from '#engine/runtime/Trace';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { handler } from './handler';
import { handlerFields } from './handlerFields';
import { handlerLifecycle } from './handlerLifecycle';
import type { HandlerView } from './HandlerView';

interface World {
  readonly settings: Settings;
  /** Events at time 0, keyed k1, k2 and so on. */
  readonly events: number;
  readonly seed?: number;
}

/** A publisher, a topic, the handler, and a bus that keeps what the handler emits. */
function load({ settings, events, seed = 1 }: World): Run {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'handler',
      seed,
      untilMs: 0,
      eventTypes: [{ id: 'OrderPlaced' }, { id: 'StockReserved' }],
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: {
            generation: 'script',
            script: Array.from({ length: events }, (_, index) => ({
              atMs: 0,
              type: index % 2 === 0 ? 'OrderPlaced' : 'StockReserved',
              key: `k${index + 1}`,
              data: { amount: index },
            })),
          },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0 },
        { id: 'stock', kind: 'handler', x: 0, y: 0, settings },
        { id: 'emitted', kind: 'bus', x: 0, y: 0, settings: { unrouted: 'keep' } },
      ],
      wires: [
        { id: 'placed', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        { id: 'to-stock', from: { node: 'orders', port: 'out' }, to: { node: 'stock', port: 'in' } },
        { id: 'reserved', from: { node: 'stock', port: 'out' }, to: { node: 'emitted', port: 'in' } },
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const run = new Run(runningKinds);
  run.load(result.value);
  return run;
}

function viewAt(run: Run, timeMs: number): HandlerView {
  return run.frame({ timeUs: timeMs * 1000 }).nodes[2]?.view as HandlerView; // Node 2 is the handler.
}

const stepsOf = (run: Run, kind: TraceEntry['kind']) =>
  run.entries({ from: 1, count: 100_000 }).filter((entry) => entry.node === 2 && entry.kind === kind);
const emittedBy = (run: Run) =>
  run.entries({ from: 1, count: 100_000 }).filter(({ node, kind }) => node === 3 && kind === 'publish');
const constant = (mean: number) => ({ law: 'constant', mean });
const never = 1e9;

test('the lifecycle is sound, and every preset names settings that exist', () => {
  expect(checkLifecycle(handlerLifecycle)).toEqual([]);
  const known = new Set(handlerFields.map(({ id }) => id));
  for (const { settings } of handler.presets)
    expect(Object.keys(settings).filter((id) => !known.has(id))).toEqual([]);
});

describe('what lint and buses may know of it', () => {
  const factsOf = (settings: Settings) => handler.facts({ ...defaultsOf(handlerFields), ...settings });

  test.each<readonly [string, Settings, number]>([
    ['a synchronous handler admits one delivery per worker', { workers: 3 }, 3],
    ['unlimited workers admit any number', { workers: 0 }, Infinity],
    ['a blocking inbox admits workers and inbox', { mode: 'async', workers: 3, inboxCapacity: 5 }, 8],
    ['a blocking inbox without limit admits any number', { mode: 'async', inboxCapacity: 0 }, Infinity],
    [
      'an inbox that drops or rejects is pushed to without regard',
      { mode: 'async', inboxOverflow: 'reject' },
      Infinity,
    ],
  ])('%s', (_, settings, admits) => {
    expect(factsOf(settings).admits).toBe(admits);
  });

  test('only a synchronous handler holds its caller', () => {
    expect(factsOf({ mode: 'sync' }).holdsCaller).toBe(true);
    expect(factsOf({ mode: 'async' }).holdsCaller).toBe(false);
  });
});

describe('workers', () => {
  test('never more at work than there are, and all events are done after the rounds they take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 20 }), (workers, events) => {
        const run = load({ settings: { workers, service: constant(10) }, events });
        const rounds = Math.ceil(events / workers);
        for (let round = 0; round < rounds; round += 1)
          expect(viewAt(run, round * 10 + 5).busy).toBe(Math.min(workers, events - round * workers));
        expect(viewAt(run, rounds * 10)).toMatchObject({ busy: 0, done: events });
      }),
      { seed: 20_260_901, numRuns: 40 },
    );
  });

  test('unlimited workers do everything at once', () => {
    const run = load({ settings: { workers: 0, service: constant(10) }, events: 50 });
    expect(viewAt(run, 5).busy).toBe(50);
    expect(viewAt(run, 10).done).toBe(50);
  });

  test('the view lists at most 12 of them, longest busy first, with their true number', () => {
    const view = viewAt(load({ settings: { workers: 0, service: constant(10) }, events: 15 }), 5);
    expect(view.busy).toBe(15);
    expect(view.working.map(({ token }) => token.number)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    expect(view.working[0]).toMatchObject({ phase: 'working', sinceUs: 0, untilUs: 10_000, attempt: 1 });
  });

  test('an event type may have its own service time', () => {
    const serviceByType = [{ type: 'StockReserved', service: constant(3) }];
    const run = load({ settings: { workers: 2, service: constant(10), serviceByType }, events: 2 });
    expect(stepsOf(run, 'finish').map(({ timeUs, token }) => [token?.type, timeUs])).toEqual([
      [1, 3_000],
      [0, 10_000],
    ]);
  });
});

describe('failures', () => {
  test('attempts fail with the stated probability, each for itself', () => {
    const run = load({ settings: { failureProbability: 0.2, service: constant(1) }, events: 1_000 });
    // Three standard deviations of 1,000 draws of 0.2.
    expect(Math.abs(viewAt(run, never).failed - 200)).toBeLessThan(38);
  });

  test('poison keys fail always, and only they', () => {
    const poisonKeys = ['k2', 'k5', 'unknown'];
    const run = load({ settings: { poisonKeys, retries: 2, backoffMs: 1 }, events: 6 });
    expect(viewAt(run, never)).toMatchObject({ done: 4, failed: 2 });
    expect(viewAt(run, never).lastFailure).toMatchObject({ token: { subject: 'k5' }, attempts: 3 });
  });

  test('every back-off lies between its fixed share and the whole, doubling if it shall', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('fixed', 'exponential'),
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (backoff, backoffMs, jitter, seed) => {
          const settings = { poisonKeys: ['k1'], retries: 4, backoff, backoffMs, jitter };
          const run = load({ settings, events: 1, seed });
          const ends = stepsOf(run, 'timer').map(({ timeUs }) => timeUs);
          const starts = stepsOf(run, 'finish').map(({ timeUs }) => timeUs);
          expect(ends).toHaveLength(4);
          ends.forEach((endUs, index) => {
            const wholeUs = backoffMs * 1000 * (backoff === 'exponential' ? 2 ** index : 1);
            const waitedUs = endUs - (starts[index] ?? Infinity);
            // Rounding to whole microseconds happens twice.
            expect(waitedUs).toBeGreaterThanOrEqual(wholeUs * (1 - jitter) - 1);
            expect(waitedUs).toBeLessThanOrEqual(wholeUs + 1);
          });
        },
      ),
      { seed: 20_260_901, numRuns: 60 },
    );
  });

  test('a back-off of many doublings stays finite', () => {
    const settings = { poisonKeys: ['k1'], retries: 100, backoff: 'exponential', backoffMs: 1_000 };
    const run = load({ settings, events: 1 });
    while (run.advance(1_000));
    expect(run.summary()).toMatchObject({ status: 'ended', facts: { retry: 100, failed: 1 } });
  });

  test('while it backs off the view says until when, and which attempt comes next', () => {
    const run = load({ settings: { poisonKeys: ['k1'], retries: 2, backoffMs: 40 }, events: 1 });
    expect(viewAt(run, 120).working[0]).toMatchObject({
      phase: 'backingOff',
      sinceUs: 100_000,
      untilUs: 140_000,
      attempt: 2,
      attempts: 3,
    });
  });
});

describe('emitted events', () => {
  const emitting = (action: Settings): World => ({
    settings: { service: constant(1), actions: [{ do: 'emit', type: 'StockReserved', ...action }] },
    events: 2,
  });

  test('carry the key of their cause, or a fixed one', () => {
    const keys = (action: Settings) => emittedBy(load(emitting(action))).map(({ token }) => token?.subject);
    expect(keys({})).toEqual(['k1', 'k2']);
    expect(keys({ key: 'fixed', fixedKey: 'report' })).toEqual(['report', 'report']);
  });

  test('have the type they are told, or that of their cause', () => {
    const typesOf = (action: Settings) => emittedBy(load(emitting(action))).map(({ token }) => token?.type);
    expect(typesOf({})).toEqual([1, 1]);
    expect(typesOf({ type: '' })).toEqual([0, 1]);
  });

  test('come with the stated probability', () => {
    const count = emittedBy(load({ ...emitting({ probability: 0.3 }), events: 1_000 })).length;
    // Three standard deviations of 1,000 draws of 0.3.
    expect(Math.abs(count - 300)).toBeLessThan(44);
  });
});
