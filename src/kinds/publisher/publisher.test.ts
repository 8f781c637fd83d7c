import { describe, expect, test } from 'vitest';
import { checkLifecycle } from '#engine/automata/checkLifecycle';
import type { Settings } from '#engine/model/fields';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import type { TraceEntry } from '#engine/runtime/Trace';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { publisher } from './publisher';
import { publisherLifecycle } from './publisherPorts';
import type { PublisherView } from './PublisherView';
import { testFlow, type Around } from './testFlow';

function load(settings: Settings, around: Around = {}): Run {
  const result = parseFlow(testFlow(settings, around), kinds);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const run = new Run(runningKinds);
  run.load(result.value);
  return run;
}

function viewAt(run: Run, timeMs: number): PublisherView {
  return run.frame({ timeUs: timeMs * 1000 }).nodes[0]?.view as PublisherView; // Node 0 is the publisher.
}

/** The entries of all events as the bus sees them. */
function published(settings: Settings, count: number): readonly TraceEntry[] {
  return load({ ...settings, count })
    .entries({ from: 1, count: count * 20 })
    .filter(({ kind }) => kind === 'publish');
}

const every10 = { interval: { law: 'constant', mean: 10 } };

test('the lifecycle is sound, and every preset names settings that exist', () => {
  expect(checkLifecycle(publisherLifecycle)).toEqual([]);
  const known = new Set(publisher.fields.map(({ id }) => id));
  for (const { settings } of publisher.presets)
    expect(Object.keys(settings).filter((id) => !known.has(id))).toEqual([]);
});

describe('what it makes', () => {
  test('event types come in proportion to their weights, and weight 0 never comes', () => {
    const mix = [
      { type: 'OrderPlaced', weight: 3 },
      { type: 'PaymentCaptured', weight: 1 },
      { type: 'StockReserved', weight: 0 },
    ];
    const entries = published({ ...every10, mix }, 4_000);
    const share = (type: number) => entries.filter(({ token }) => token?.type === type).length / 4_000;
    // Three standard deviations of a share of 3/4 among 4,000.
    expect(Math.abs(share(0) - 0.75)).toBeLessThan(0.021);
    expect(share(0) + share(1)).toBe(1);
  });

  test('keys are numbered from 1 behind their prefix, and all equally likely', () => {
    const entries = published({ ...every10, keys: 4, keyPrefix: 'customer-' }, 4_000);
    const counts = new Map<string, number>();
    for (const { token } of entries)
      counts.set(token?.subject ?? '', (counts.get(token?.subject ?? '') ?? 0) + 1);
    expect([...counts.keys()].toSorted()).toEqual(['customer-1', 'customer-2', 'customer-3', 'customer-4']);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(83);
  });

  test('in turn for every key, each goes through the mix by itself, whichever keys come', () => {
    const mix = [
      { type: 'OrderPlaced', weight: 1 },
      { type: 'PaymentCaptured', weight: 2 },
    ];
    const settings = { ...every10, mix, mixOrder: 'inTurnByKey', keys: 5 };
    const byKey = new Map<string, number[]>();
    for (const { token } of published(settings, 300)) {
      const key = token?.subject ?? '';
      byKey.set(key, [...(byKey.get(key) ?? []), token?.type ?? -1]);
    }
    expect(byKey.size).toBe(5);
    for (const types of byKey.values())
      expect(types).toEqual(types.map((_, index) => (index % 3 === 0 ? 0 : 1)));
    // A key that never returns is always at the first row.
    const once = published({ ...settings, keyChoice: 'sequence' }, 50);
    expect(once.map(({ token }) => token?.type)).toEqual(Array.from({ length: 50 }, () => 0));
  });

  test('without a mix every event type of the document is as likely as the others', () => {
    const made = published(every10, 900).map(({ token }) => token?.type);
    // Within four standard deviations of a third each: 300 ± 4 · √(900 · 1/3 · 2/3).
    for (const type of [0, 1, 2]) {
      expect(Math.abs(made.filter((one) => one === type).length - 300)).toBeLessThan(57);
    }
  });

  test('a count is kept exactly, and the start is put off by startMs', () => {
    const run = load({ ...every10, count: 7, startMs: 500 });
    expect(viewAt(run, 509).emitted).toBe(0);
    expect(viewAt(run, 510).emitted).toBe(1);
    expect(viewAt(run, 10_000).emitted).toBe(7);
  });

  test('a larger share of another type does not move the times of the events', () => {
    const times = (weight: number) =>
      published({ mix: [{ type: 'OrderPlaced' }, { type: 'PaymentCaptured', weight }] }, 50).map(
        ({ timeUs }) => timeUs,
      );
    expect(times(1)).toEqual(times(5));
  });
});

describe('while it waits', () => {
  const script = Array.from({ length: 20 }, (_, index) => ({ atMs: index, type: 'OrderPlaced', key: 'a' }));

  test('the view shows the open call and at most 12 of the backlog, with its true length', () => {
    const view = viewAt(load({ generation: 'script', script, call: 'wait' }), 19);
    expect(view.calling?.token.number).toBe(2);
    expect(view.calling?.sinceUs).toBe(10_000);
    expect(view.backlog.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(view.backlogCount).toBe(18);
  });

  test('pausing lets the open call end, and resuming goes on with the backlog', () => {
    const run = load(
      { generation: 'script', script: script.slice(0, 3), call: 'wait' },
      {
        interventions: [
          { id: 'pause', atUs: 5_000, afterStep: 0, action: { do: 'pause', node: 'shop' } },
          { id: 'resume', atUs: 50_000, afterStep: 0, action: { do: 'resume', node: 'shop' } },
        ],
      },
    );
    expect(run.frame({ timeUs: 20_000 }).nodes[0]?.lifecycle).toBe('paused');
    expect(viewAt(run, 20)).toMatchObject({ emitted: 1, backlogCount: 2, calling: null });
    expect(run.frame({ timeUs: 55_000 }).nodes[0]?.lifecycle).toBe('blocked');
    expect(viewAt(run, 1_000)).toMatchObject({ emitted: 3, backlogCount: 0, calling: null });
    while (run.advance(1_000));
    expect(run.summary().status).toBe('ended');
  });

  test('an event published by hand during a call queues up like any other', () => {
    const run = load(
      { generation: 'script', script: script.slice(0, 1), call: 'wait' },
      {
        interventions: [
          {
            id: 'hand',
            atUs: 5_000,
            afterStep: 0,
            action: { do: 'publish', node: 'shop', type: 'PaymentCaptured', key: 'b', data: null },
          },
        ],
      },
    );
    expect(viewAt(run, 6).backlog.map(({ subject }) => subject)).toEqual(['b']);
    expect(viewAt(run, 100).emitted).toBe(2);
  });
});

/** Clients that all come back at once to a service that takes 50 a second; each is held until it got in. */
function herd(settings: Settings): Run {
  const run = load(
    {
      generation: 'bursts',
      burstSize: 200,
      count: 200,
      call: 'wait',
      clients: 200,
      onRefusal: 'retry',
      refusalRetries: 0,
      ...settings,
    },
    {
      bus: { reading: 'blockingCall' },
      handler: {
        mode: 'async',
        inboxCapacity: 1,
        inboxOverflow: 'reject',
        service: { law: 'constant', mean: 20 },
      },
    },
  );
  while (run.advance(10_000));
  return run;
}

describe('when it is refused', () => {
  test('callers that come back together are refused together, and full jitter gets them all in much sooner', () => {
    const fixed = herd({ refusalBackoffMs: 1000 }).summary();
    const jitter = herd({
      refusalBackoff: 'exponential',
      refusalBackoffMs: 1000,
      refusalBackoffMaxMs: 8000,
      refusalJitter: 1,
    }).summary();
    for (const summary of [fixed, jitter]) {
      expect(summary.status).toBe('ended');
      expect(summary.facts.worked).toBe(200);
    }
    // Two get in each second, as the inbox has one place; the service could take 50.
    expect(fixed.timeUs).toBe(99_040_000);
    expect(fixed.facts.retry).toBe(198 * 50);
    expect(jitter.timeUs).toBeLessThan(fixed.timeUs / 3);
    expect((jitter.facts.retry ?? 0) * 3).toBeLessThan(fixed.facts.retry ?? 0);
  });

  test('a budget of 10 % keeps retries to a tenth of the first attempts, and ten to begin with', () => {
    const run = load(
      {
        interval: { law: 'constant', mean: 20 },
        count: 500,
        call: 'wait',
        clients: 0,
        onRefusal: 'retry',
        refusalBackoffMs: 5,
        retryBudget: 0.1,
      },
      { handler: { failureProbability: 1 } },
    );
    while (run.advance(10_000));
    const { facts } = run.summary();
    expect(facts.published).toBe(500);
    // The first token comes when the budget is full already.
    expect(facts.retry).toBeGreaterThanOrEqual(58);
    expect(facts.retry).toBeLessThanOrEqual(60);
    expect(facts.dropped).toBe(500);
  });

  test('the view counts callers, retries and what was given up', () => {
    const run = load(
      {
        generation: 'bursts',
        burstSize: 5,
        count: 5,
        call: 'wait',
        clients: 3,
        onRefusal: 'retry',
        refusalBackoffMs: 100,
        refusalRetries: 1,
      },
      { bus: { reading: 'blockingCall' }, handler: { failureProbability: 1, workers: 2 } },
    );
    expect(viewAt(run, 5)).toMatchObject({ calling: { count: 3 }, retryingCount: 0, backlogCount: 2 });
    expect(viewAt(run, 15)).toMatchObject({ calling: { count: 1 }, retryingCount: 2, backlogCount: 2 });
    expect(viewAt(run, 50)).toMatchObject({ calling: null, retryingCount: 3, retries: 3 });
    expect(run.frame({ timeUs: 50_000 }).nodes[0]?.lifecycle).toBe('backingOff');
    expect(viewAt(run, 1000)).toMatchObject({ retries: 5, givenUp: 5, emitted: 5, retryingCount: 0 });
  });

  test('who has no time-out is told of what never arrived, and who has one finds out by it', () => {
    const settings = { generation: 'bursts', burstSize: 1, count: 1, call: 'wait' } as const;
    const drop = {
      id: 'drop',
      atUs: 0,
      afterStep: 1,
      action: { do: 'drop', message: 'orders/publish/1' },
    } as const;
    const told = load(settings, { interventions: [drop] });
    const waiting = load({ ...settings, callTimeoutMs: 70 }, { interventions: [drop] });
    expect(viewAt(told, 1)).toMatchObject({ calling: null, refused: 1, timedOut: 0 });
    expect(viewAt(waiting, 69)).toMatchObject({ calling: { count: 1 }, timedOut: 0 });
    expect(viewAt(waiting, 71)).toMatchObject({ calling: null, refused: 0, timedOut: 1, givenUp: 1 });
  });
});
