import { describe, expect, test } from 'vitest';
import { drawFlow } from '#engine/analysis/lint/drawFlow';
import { markovQueue } from '#engine/analysis/queueing/markovQueue';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { fewestServers, type FewestServers, type Target } from './fewestServers';

const exponential = (mean: number) => ({ law: 'exponential', mean });

/** 20 events a second at a line with room for two, and work that no theory speaks of once a key is poison. */
function fewest(target: Target, isKnown: boolean): FewestServers | null {
  const doc = drawFlow(
    {
      nodes: {
        shop: ['publisher', { interval: exponential(50), mix: [{ type: 'T', weight: 1 }] }],
        line: ['bus', { capacity: 2, overflow: 'reject' }],
        pack: [
          'handler',
          {
            service: exponential(100),
            ...(isKnown ? {} : { poisonKeys: ['nobody'], retries: 1, backoffMs: 0 }),
          },
        ],
      },
      wires: ['shop>line', 'line>pack'],
    },
    judgedKinds,
  );
  const settings = { runs: 4, maxSteps: 100_000 };
  const task = fewestServers(
    { ...doc, untilMs: 400_000 },
    judgedKinds,
    runningKinds,
    'pack',
    target,
    settings,
  );
  for (;;) {
    const turn = task.next();
    if (turn.done === true) return turn.value;
  }
}

const lossWith = (servers: number) =>
  markovQueue({ arrivalRate: 0.02, meanService: 100, servers, places: 2 }).lossProbability;

describe('the fewest workers that turn away no larger share', () => {
  test('are told by theory where there is one', () => {
    const found = fewest({ of: 'loss', atMost: 0.1 }, true);
    const wanted = [1, 2, 3, 4, 5].find((servers) => lossWith(servers) <= 0.1);
    expect(found?.servers).toBe(wanted);
    for (const { servers, value, tier } of found?.tried ?? []) {
      expect(tier).toBe('exact');
      expect(value).toBeCloseTo(lossWith(servers), 9);
    }
  });

  test('are told by runs where there is none', () => {
    const found = fewest({ of: 'loss', atMost: 0.1 }, false);
    expect(found?.servers).toBe(fewest({ of: 'loss', atMost: 0.1 }, true)?.servers);
    expect(found?.tried.length).toBeGreaterThan(1);
    for (const { servers, value, tier } of found?.tried ?? []) {
      expect(tier).toBe('simulation');
      expect(Math.abs((value ?? 1) - lossWith(servers))).toBeLessThan(0.02);
    }
  });
});

describe('the fewest workers that are done in time, where runs tell', () => {
  /** Ten events a second for two groups at one line with room: the other of them keeps its copies waiting for long. */
  function inTime(atMost: number): FewestServers | null {
    const drawn = drawFlow(
      {
        nodes: {
          shop: ['publisher', { interval: exponential(100), mix: [{ type: 'T', weight: 1 }] }],
          topic: ['bus', { capacity: 50, overflow: 'block' }],
          ship: ['handler', { service: exponential(150), workers: 2 }],
          bill: ['handler', { service: { law: 'constant', mean: 90 } }],
        },
        wires: ['shop>topic', 'topic>ship', 'topic>bill'],
      },
      judgedKinds,
    );
    const target = { of: 'response', atMost } as const;
    const settings = { runs: 2, maxSteps: 20_000 };
    const task = fewestServers(
      { ...drawn, untilMs: 300_000 },
      judgedKinds,
      runningKinds,
      'ship',
      target,
      settings,
    );
    for (;;) {
      const turn = task.next();
      if (turn.done === true) return turn.value;
    }
  }

  test('what waits in the same line for others is not in it', () => {
    const found = inTime(165);
    expect(found?.servers).toBeGreaterThan(2);
    expect(found?.servers).toBeLessThan(7);
    expect(found?.tried.at(-1)?.tier).toBe('simulation');
  });

  test('a target below the mean work is met by no number, which is said at once', () => {
    expect(inTime(149)).toMatchObject({ servers: null, why: 'work', tried: [{ value: 150 }] });
  });

  test('where nobody waits any more, no larger number is tried', () => {
    const found = inTime(150.0001);
    expect(['noWait', null]).toContain(found?.why);
    expect(found?.tried.length).toBeLessThan(30);
  });
});
