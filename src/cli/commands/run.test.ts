import { describe, expect, test } from 'vitest';
import { documentOf } from '#engine/analysis/explore/smallWorlds';
import { exitCodes } from '../exitCodes';
import { MemoryIo, type MemoryWorld } from '../MemoryIo';
import { runCli } from '../runCli';
import { testFlow } from '../testFlow';

async function call(words: readonly string[], world: MemoryWorld = {}) {
  const io = new MemoryIo({ input: testFlow(), ...world });
  const exitCode = await runCli(['run', '-', ...words], io);
  return { exitCode, out: io.stdout, err: io.stderr, io };
}

async function hashOf(words: readonly string[], world: MemoryWorld = {}) {
  const io = new MemoryIo({ input: testFlow(), ...world });
  await runCli(['hash', '-', ...words], io);
  return io.stdout.trim();
}

describe('one run', () => {
  test('tells who waited outside in a table of its own, where anybody did', async () => {
    const title = 'Waiting outside, at the door of what is full';
    expect((await call([])).out).not.toContain(title);
    const doc = documentOf({
      types: ['A'],
      nodes: {
        shop: ['publisher', { interval: { law: 'constant', mean: 100 }, count: 10 }],
        orders: ['bus', { capacity: 1, overflow: 'block' }],
        pack: ['handler', { service: { law: 'constant', mean: 200 } }],
      },
      wires: ['shop orders', 'orders pack'],
    });
    const { out } = await call([], { input: JSON.stringify({ ...doc, untilMs: 0 }) });
    const [, table = ''] = out.split(`${title}\n`);
    // The work of 2 s begins with the first event. With one at work and one in line, event n waits 100·(n − 3) ms outside.
    const waited = [1, 2, 3, 4, 5, 6, 7].reduce((sum, n) => sum + 100 * n, 0);
    const [, row = ''] = table.split('\n');
    expect(row).toMatch(/^orders +[\d.]+ +\d +0 +[\d.]+$/);
    expect(Number(row.split(/ +/).at(-1))).toBeCloseTo(waited / 10, 6);
  });

  test('is printed as one JSON document with a report and intervals', async () => {
    const { exitCode, out, err } = await call(['--json']);
    expect([exitCode, err]).toEqual([exitCodes.good, '']);
    const { report, intervals, semantics } = JSON.parse(out);
    expect(semantics).toBeGreaterThan(0);
    expect(report).toMatchObject({ name: 'One queue', seed: 7, status: 'horizon', timeUs: 60_000_000 });
    expect(report.nodes.map(({ id }: { id: string }) => id)).toEqual(['source', 'queue', 'server']);
    expect(intervals).toMatchObject({ method: 'batch-means', confidence: 0.95 });
    expect(report.hash).toBe(await hashOf([]));
  });

  test('is printed for people with every node, wire and event type', async () => {
    const { out } = await call([]);
    expect(out).toMatch(
      /^One queue: seed 7, horizon at 60 s\n[\d,]+ steps, [\d,]+ events, hash [\da-f]{16}\n/,
    );
    for (const title of ['Nodes', 'Times in milliseconds', 'Share of time in each state', 'Wires']) {
      expect(out).toContain(`\n\n${title}\n`);
    }
    expect(out).toMatch(/^server +wait +\d+/m);
    expect(out).toMatch(/^Job +lifetime +\d+/m);
    expect(out).toMatch(/^in +source +queue +\d+ +\d+/m);
    expect(out).toMatch(/^all +published \d+, accepted \d+/m);
  });

  test('turns seed and length as the hash command does', async () => {
    const { report } = JSON.parse((await call(['--json', '--seed', '9', '--until', '1m30s'])).out);
    expect(report).toMatchObject({ seed: 9, untilUs: 90_000_000 });
    expect(report.hash).toBe(await hashOf(['--seed', '9', '--until', '90s']));
  });

  test('ends with the event that was asked for', async () => {
    const { exitCode, out } = await call(['--json', '--events', '50']);
    expect(exitCode).toBe(exitCodes.good);
    expect(JSON.parse(out).report).toMatchObject({ status: 'events', eventsPublished: 50 });
  });

  test('ends at a limit of steps with an exit code of its own', async () => {
    const { exitCode, out } = await call(['--json', '--steps', '100']);
    expect(exitCode).toBe(exitCodes.stopped);
    expect(JSON.parse(out).report).toMatchObject({ status: 'limit', limit: 'steps', steps: 100 });
  });

  test('that ends stuck says who waits for whom', async () => {
    const node = (id: string, kind: string, settings: object) => ({
      id,
      kind,
      name: id,
      x: 0,
      y: 0,
      settings,
    });
    const wire = (id: string, from: string, to: string) => ({
      id,
      from: { node: from, port: 'out' },
      to: { node: to, port: 'in' },
    });
    const input = testFlow({
      nodes: [
        node('source', 'publisher', { generation: 'script', script: [{ atMs: 0, type: 'Job' }] }),
        node('bus', 'bus', { delivery: 'sync', reading: 'blockingCall' }),
        node('server', 'handler', { actions: [{ do: 'emit', type: 'Job' }] }),
      ],
      untilMs: 0,
      wires: [wire('a', 'source', 'bus'), wire('b', 'bus', 'server'), wire('c', 'server', 'bus')],
    });
    const { exitCode, out, err } = await call(['--json'], { input });
    expect(err).toBe('');
    expect(exitCode).toBe(exitCodes.stopped);
    expect(JSON.parse(out).report.status).toBe('stuck');
    expect(JSON.parse(out).report.waiting).toContain('server');
  });

  test('that is cancelled prints what it measured so far', async () => {
    const world = { input: testFlow({ untilMs: 36_000_000 }), tickMs: 400, interruptAtLook: 3 };
    const { exitCode, out } = await call(['--json'], world);
    expect(exitCode).toBe(exitCodes.cancelled);
    expect(JSON.parse(out).report).toMatchObject({ status: 'cancelled', steps: 30_000 });
  });
});

describe('a trace', () => {
  test('has a header and one line for every step, and does not change the run', async () => {
    const { io, out } = await call(['--json', '--trace', 'trace.jsonl']);
    const { report } = JSON.parse(out);
    const lines = (io.written.get('trace.jsonl') ?? '').trimEnd().split('\n');
    const [header, first, ...others] = lines.map((line) => JSON.parse(line));
    expect(header).toMatchObject({
      trace: 1,
      seed: 7,
      nodes: ['source', 'queue', 'server'],
      wires: ['in', 'out'],
    });
    expect(first).toMatchObject({ step: 1, node: 0, kind: 'timer' });
    expect(others.at(-1).step).toBe(report.steps);
    expect(lines.length).toBe(report.steps + 1);
    expect(report.hash).toBe(await hashOf([]));
  });

  test('is of one run only', async () => {
    const { exitCode, err } = await call(['--trace', 'x', '--replications', '2']);
    expect(exitCode).toBe(exitCodes.usage);
    expect(err).toContain('leave out --replications');
  });
});

describe('replications', () => {
  test('have seeds counted on from the first, and intervals over their means', async () => {
    const { out } = await call(['--json', '--replications', '4']);
    const { replications, report, intervals } = JSON.parse(out);
    expect(replications.map(({ seed }: { seed: number }) => seed)).toEqual([7, 8, 9, 10]);
    expect(replications[0].hash).toBe(report.hash);
    expect(replications[2].hash).toBe(await hashOf(['--seed', '9']));
    expect(intervals.method).toBe('replications');
    const means = await Promise.all(
      [7, 8, 9, 10].map(async (seed) => {
        const one = JSON.parse((await call(['--json', '--seed', String(seed)])).out);
        return one.report.nodes[1].wait.meanUs;
      }),
    );
    const wait = intervals.figures.find(
      (one: { id: string; figure: string }) => one.id === 'queue' && one.figure === 'wait.meanUs',
    );
    expect(wait.interval.mean).toBeCloseTo(means.reduce((sum, mean) => sum + mean, 0) / 4, 6);
    expect(wait.interval.count).toBe(4);
  });

  test('after the largest seed comes 0', async () => {
    const { out } = await call(['--json', '--replications', '2', '--seed', '4294967295', '--until', '1s']);
    const seeds = JSON.parse(out).replications.map(({ seed }: { seed: number }) => seed);
    expect(seeds).toEqual([4_294_967_295, 0]);
  });

  test('are printed for people', async () => {
    const { out } = await call(['--replications', '3', '--until', '5s']);
    expect(out).toMatch(/^One queue: 3 runs\n/);
    expect(out).toMatch(/^queue +wait\.meanMs +[\d.,]+ +-?[\d.,]+ +[\d.,]+ +3$/m);
  });

  test('that are cancelled count only the runs that ended', async () => {
    const world = { input: testFlow({ untilMs: 1_600_000 }), tickMs: 400, interruptAtLook: 12 };
    const { exitCode, out } = await call(['--json', '--replications', '5'], world);
    const { replications, intervals } = JSON.parse(out);
    expect(exitCode).toBe(exitCodes.cancelled);
    const ended = replications.filter(({ status }: { status: string }) => status === 'horizon').length;
    expect(ended).toBeLessThan(5);
    expect(intervals.figures[0].interval?.count ?? 1).toBe(ended);
  });
});
