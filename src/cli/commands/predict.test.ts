import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentOf } from '#engine/analysis/explore/smallWorlds';
import { exitCodes } from '../exitCodes';
import { MemoryIo } from '../MemoryIo';
import { runCli } from '../runCli';

const flow = JSON.stringify({
  ...documentOf({
    types: ['A'],
    nodes: {
      shop: ['publisher', { interval: { law: 'exponential', mean: 50 } }],
      orders: ['bus', {}],
      pack: ['handler', { workers: 3, service: { law: 'exponential', mean: 100 } }],
    },
    wires: ['shop orders', 'orders pack'],
  }),
  untilMs: 60_000,
});

async function call(words: readonly string[], input = flow) {
  const io = new MemoryIo({ input });
  const exitCode = await runCli(words, io);
  return { exitCode, out: io.stdout, err: io.stderr };
}

describe('predict', () => {
  test('tells every line with its theory, beside runs', async () => {
    const { exitCode, out } = await call(['predict', '-', '--runs', '2']);
    expect(exitCode).toBe(exitCodes.good);
    expect(out).toMatch(/^pack +M\/M\/3 +exact +66\.7 % +20 +0 +0\.8889 +44\.44$/m);
    expect(out).toMatch(/^orders +wait\.mean ms +44\.44 +exact +[\d.]+ +[\d.]+ to [\d.]+$/m);
    expect(out).toContain('bottleneck: pack\n');
  });

  test('says the same in JSON, to all digits', async () => {
    const { out } = await call(['predict', '-', '--runs', '0', '--json']);
    const told = JSON.parse(out) as { stations: { waitUs: number; tier: string }[]; simulated: unknown[] };
    expect(Math.abs((told.stations[0]?.waitUs ?? 0) / (400_000 / 9) - 1)).toBeLessThan(1e-9);
    expect(told.stations[0]?.tier).toBe('exact');
    expect(told.simulated).toEqual([]);
  });

  test('answers no where more comes than can be done, and gives no wait', async () => {
    const { exitCode, out } = await call(
      ['predict', '-', '--runs', '0'],
      flow.replace('"workers":3', '"workers":1'),
    );
    expect(exitCode).toBe(exitCodes.no);
    expect(out).toMatch(/^pack +load ≥ 1 +exact +200\.0 % +10 +10 +no end +no end$/m);
    expect(out).not.toMatch(/wait\.mean ms +[\d.]+ +exact.*orders/);
  });
});

describe('optimise', () => {
  test('ranks one more worker everywhere', async () => {
    const { out } = await call(['optimise', '-']);
    expect(out).toMatch(/^pack +3 → 4 +0 → 0 +0\.8889 → 0\.1739 +exact$/m);
  });

  test('finds the fewest workers that meet a target', async () => {
    const { exitCode, out } = await call(['optimise', '-', '--response', '110ms', '--json']);
    expect(exitCode).toBe(exitCodes.good);
    expect(JSON.parse(out)).toMatchObject({ node: 'pack', servers: 4 });
  });

  test('takes the name of a node for its id', async () => {
    const named = flow.replace('"name":"pack"', '"name":"Pack it"');
    expect(named).not.toBe(flow);
    const words = ['optimise', '-', '--response', '110ms', '--node', 'Pack it', '--json'];
    expect(JSON.parse((await call(words, named)).out)).toMatchObject({ node: 'pack', servers: 4 });
    const turned = ['sweep', '-', '--turn', 'Pack it.workers', '--figure', 'Pack it.service.meanUs'];
    const { out } = await call([...turned, '--from', '3', '--to', '3', '--runs', '0'], named);
    expect(out).toMatch(/^ +3 +100 +exact/m);
    expect((await call(['optimise', '-', '--response', '1s', '--node', 'x'], named)).err).toContain(
      'pack (Pack it)',
    );
  });

  test('says what is wrong with its options', async () => {
    expect((await call(['optimise', '-', '--loss', 'much'])).err).toContain('write a share such as 0.01');
    expect((await call(['optimise', '-', '--response', '1s', '--node', 'x'])).err).toContain(
      'choose one of these',
    );
    expect((await call(['optimise', '-', '--response', '1s', '--node', 'orders'])).err).toContain(
      'no workers to turn',
    );
    const limited = readFileSync('public/examples/rate-limiter.flow.json', 'utf8');
    const bottleneck = await call(['optimise', '-', '--loss', '0.01'], limited);
    expect(bottleneck.err).toContain('The bottleneck "waits" has no workers to turn');
  });
});

describe('sweep', () => {
  const words = ['sweep', '-', '--turn', 'pack.workers', '--figure', 'orders.wait.meanUs'];

  test('turns a number, and tells what is predicted and what runs came to', async () => {
    const { exitCode, out } = await call([
      ...words,
      '--from',
      '2',
      '--to',
      '4',
      '--points',
      '3',
      '--runs',
      '2',
    ]);
    expect(exitCode).toBe(exitCodes.good);
    expect(out).toMatch(/^ +2 +no end/m);
    expect(out).toMatch(/^ +3 +44\.44 +exact +[\d.]+ +-?[\d.]+ to [\d.]+$/m);
  });

  test('says which numbers there are', async () => {
    const { exitCode, err } = await call(['sweep', '-', '--turn', 'pack.colour']);
    expect(exitCode).toBe(exitCodes.usage);
    expect(err).toContain('pack.workers, ');
    expect((await call([...words, '--from', 'x'])).err).toContain('write a number from 1 to 1000');
    expect((await call(['sweep', '-', '--turn', 'pack.workers', '--figure', 'y'])).err).toContain(
      'wait.meanUs',
    );
  });
});
