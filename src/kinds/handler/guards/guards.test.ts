import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { NodeSetup } from '#engine/model/NodeKind';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { handlerFields, type HandlerSettings } from '../handlerFields';
import type { HandlerView } from '../HandlerView';
import { guards } from './index';

const options = { seed: 20_261_001, numRuns: 60 };
const constant = (mean: number) => ({ law: 'constant', mean });

/** What switches each guard on, and nothing else. */
const switches: Readonly<Record<string, Settings>> = {
  expiry: { expireAfterMs: 30 },
  idempotency: { idempotencyMs: 30 },
  retryBudget: { retryBudget: 0.5 },
  circuitBreaker: { breakerFailures: 2 },
  rateLimit: { ratePerSecond: 5 },
};

const setup: NodeSetup = {
  index: 0,
  settings: {},
  inWires: [],
  id: 'h',
  wires: [],
  nodeIds: ['h'],
  eventTypes: [],
  eventTypeNames: [],
  protocols: [],
};

/** The guards that these settings switch on. */
function active(settings: Settings): readonly string[] {
  // The defaults of the table with some of its settings are settings of a handler.
  const all = { ...defaultsOf(handlerFields), ...settings } as unknown as HandlerSettings;
  return guards.filter((guard) => guard.plan(all, setup) !== null).map(({ id }) => id);
}

/** A flow of a publisher, a bus and a handler with these settings; events come at these times, with these keys. */
function run(
  settings: Settings,
  script: readonly { readonly atMs: number; readonly key: string }[],
  seed = 1,
): Run {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'guards',
      seed,
      untilMs: 0,
      eventTypes: [{ id: 'OrderPlaced' }],
      nodes: [
        { id: 'shop', kind: 'publisher', x: 0, y: 0, settings: { generation: 'script', script } },
        { id: 'orders', kind: 'bus', x: 0, y: 0 },
        { id: 'stock', kind: 'handler', x: 0, y: 0, settings },
      ],
      wires: [
        { id: 'w1', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        { id: 'w2', from: { node: 'orders', port: 'out' }, to: { node: 'stock', port: 'in' } },
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const made = new Run(runningKinds);
  made.load(result.value);
  while (made.advance(1_000));
  return made;
}

function viewOf(made: Run): HandlerView {
  return made.frame({ step: made.summary().steps }).nodes[2]?.view as HandlerView; // Node 2 is the handler.
}

/** When attempts started, in microseconds. */
function startsOf(made: Run): number[] {
  return made
    .entries({ from: 1, count: 100_000 })
    .filter(({ node, kind }) => node === 2 && kind === 'start')
    .map(({ timeUs }) => timeUs);
}

const times = (n: number, key: (index: number) => string = String) =>
  Array.from({ length: n }, (_, index) => ({ atMs: 0, key: key(index) }));

describe('every guard', () => {
  test('is off in a plain handler, and on by its own setting alone', () => {
    expect(active({})).toEqual([]);
    expect(Object.keys(switches).toSorted()).toEqual(guards.map(({ id }) => id).toSorted());
    for (const [id, settings] of Object.entries(switches)) expect(active(settings)).toEqual([id]);
  });

  test.each(Object.entries(switches))('%s lets a handler end legally', (_, settings) => {
    const made = run({ ...settings, service: constant(10), retries: 2, failureProbability: 0.3 }, times(30));
    expect(made.summary().status).toBe('ended');
  });
});

describe('the rate limit', () => {
  test('never lets more start in any stretch of time than burst and rate allow, and no fewer than it could', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 2_000, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (ratePerSecond, rateBurst, events) => {
          const settings = { ratePerSecond, rateBurst, workers: 0, service: constant(0) };
          const starts = startsOf(run(settings, times(events)));
          expect(starts).toHaveLength(events);
          starts.forEach((atUs, index) => {
            const missing = Math.max(0, index + 1 - rateBurst);
            expect(Math.abs(atUs - Math.ceil((missing * 1e6) / ratePerSecond))).toBeLessThanOrEqual(1);
          });
        },
      ),
      options,
    );
  });

  test('does not drift: the tokens of whole seconds come at whole seconds', () => {
    const starts = startsOf(run({ ratePerSecond: 3, workers: 0, service: constant(0) }, times(31)));
    expect(starts.filter((_, index) => index % 3 === 0)).toEqual(
      Array.from({ length: 11 }, (_, second) => second * 1e6),
    );
  });
});

describe('the idempotency window', () => {
  test('works every id off exactly once, however often and in whatever order its events come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ atMs: fc.nat(50), key: fc.constantFrom('a', 'b', 'c') }), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.integer({ min: 1, max: 4 }),
        (script, workers) => {
          const sorted = script.toSorted((one, other) => one.atMs - other.atMs);
          const settings = { workers, service: constant(7), idempotencyMs: 1e6, idempotencyKey: 'key' };
          const ids = new Set(script.map(({ key }) => key)).size;
          expect(viewOf(run(settings, sorted)).done).toBe(ids);
        },
      ),
      options,
    );
  });
});

describe('the retry budget', () => {
  test('holds retries to its share of the events', () => {
    const settings = {
      workers: 0,
      service: constant(0),
      poisonKeys: ['x'],
      retries: 5,
      backoffMs: 1,
      retryBudget: 0.1,
      retryBudgetPerSecond: 0,
    };
    const { facts } = run(
      settings,
      times(100, () => 'x'),
    ).summary();
    expect(facts.retry).toBe(10);
    expect(facts.failed).toBe(100);
  });
});
