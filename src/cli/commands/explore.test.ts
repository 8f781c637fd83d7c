import { expect, test } from 'vitest';
import { documentOf } from '#engine/analysis/explore/smallWorlds';
import { exitCodes } from '../exitCodes';
import { MemoryIo } from '../MemoryIo';
import { runCli } from '../runCli';

const flow = JSON.stringify(
  documentOf({
    types: ['A', 'B', 'C'],
    nodes: {
      source: ['publisher', { mix: [{ type: 'A' }], count: 2 }],
      bus: ['bus', { groups: 'one' }],
      worker: ['handler', { actions: [{ do: 'emit', type: 'B', condition: 'type == "C"' }] }],
      late: ['handler', {}],
    },
    wires: [
      'source bus',
      ['bus worker', { patterns: ['A'] }],
      ['bus late', { patterns: ['B'] }],
      'worker bus',
    ],
  }),
);

async function call(words: readonly string[]) {
  const io = new MemoryIo({ input: flow });
  const exitCode = await runCli(['explore', '-', ...words], io);
  return { exitCode, out: io.stdout };
}

test('it tells how much there is, and which wires, states, event types and outcomes no order reaches', async () => {
  const { exitCode, out } = await call([]);
  expect(exitCode).toBe(exitCodes.good);
  expect(out).toMatch(
    /^everything was explored\n[\d,]+ configurations, [\d,]+ transitions, depth \d+, \d+ ends\n/,
  );
  expect(out).toContain('wires that nothing ever takes: w2, w3\n');
  expect(out).toMatch(/states that are never reached: .*late \(busy, /);
  expect(out).toContain('event types that are never published: B, C\n');
  expect(out).toContain('what no event ever is: failed, ');
  // All that is in its hands may be lost in a crash, and only then.
  expect((await call(['--crashes', '1'])).out).not.toMatch(/what no event ever is:.* lost/);
});

test('in JSON it says the same', async () => {
  const answer = JSON.parse((await call(['--json'])).out) as Record<string, unknown>;
  expect(answer).toMatchObject({ isWhole: true, stopped: null, unreached: { wires: ['w2', 'w3'] } });
});

test('what is never reached is not told before everything was looked at', async () => {
  const { exitCode, out } = await call(['--most', '3']);
  expect(exitCode).toBe(exitCodes.stopped);
  expect(out).toContain('not exhausted: as many configurations as were allowed\n');
  expect(out).not.toContain('never');
  expect(JSON.parse((await call(['--most', '3', '--json'])).out)).toMatchObject({ unreached: null });
});
