import { expect, test } from 'vitest';
import { documentOf } from '#engine/analysis/explore/smallWorlds';
import { exitCodes } from '../exitCodes';
import { MemoryIo } from '../MemoryIo';
import { runCli } from '../runCli';

const source = (type: string) => ['publisher', { mix: [{ type }], count: 1 }] as const;
const protocol = {
  id: 'first',
  name: 'A first',
  settings: {
    bus: 'bus',
    source: 'pattern',
    pattern: 'precedence',
    first: 'A',
    second: 'B',
    instances: 'all',
  },
};

function flow(protocols: readonly unknown[] = []): string {
  const world = documentOf({
    types: ['A', 'B'],
    nodes: { one: source('A'), other: source('B'), bus: ['bus', {}], worker: ['handler', {}] },
    wires: ['one bus', 'other bus', 'bus worker'],
  });
  return JSON.stringify({ ...world, protocols });
}

async function call(words: readonly string[], input = flow()) {
  const io = new MemoryIo({ input });
  const exitCode = await runCli(['automaton', 'of-bus', '-', ...words], io);
  return { exitCode, out: io.stdout, err: io.stderr };
}

test('it prints the automaton of all orders on a bus', async () => {
  const { exitCode, out } = await call(['bus', '--json']);
  expect(exitCode).toBe(exitCodes.good);
  const answer = JSON.parse(out) as { isWhole: boolean; automaton: { states: readonly unknown[] } };
  // Nothing, one or the other, both: A and B come in either order.
  expect([answer.isWhole, answer.automaton.states.length]).toEqual([true, 4]);
});

test('it tells which order the bus has that its protocol does not allow', async () => {
  const { exitCode, err } = await call(['bus', '--when', 'accepted'], flow([protocol]));
  expect(exitCode).toBe(exitCodes.no);
  expect(err).toContain('A first: not allowed is B');
});

test('orders that are missing after a limit are said to be missing', async () => {
  const { exitCode, err } = await call(['bus', '--most', '3']);
  expect(exitCode).toBe(exitCodes.stopped);
  expect(err).toContain('not exhausted: orders are missing\n');
});

test('a bus that is not there is answered with what there is', async () => {
  const { exitCode, err } = await call(['tram']);
  expect(exitCode).toBe(exitCodes.usage);
  expect(err).toContain('one, other, bus, worker');
});
