import { expect, test } from 'vitest';
import { documentOf } from '#engine/analysis/explore/smallWorlds';
import { decodeLink } from '#engine/share/link';
import { kinds } from '#kinds/index';
import { exitCodes } from '../exitCodes';
import { MemoryIo } from '../MemoryIo';
import { runCli } from '../runCli';

const flow = JSON.stringify(
  documentOf({
    types: ['A'],
    nodes: {
      source: ['publisher', { count: 3, interval: { law: 'constant', mean: 10 } }],
      bus: ['bus', { capacity: 1, overflow: 'dropNewest' }],
      worker: ['handler', {}],
    },
    wires: ['source bus', 'bus worker'],
  }),
);

/** More configurations than are looked at between two looks at the clock. */
const larger = JSON.stringify(
  documentOf({
    types: ['A'],
    nodes: {
      one: ['publisher', { count: 6 }],
      other: ['publisher', { count: 6 }],
      bus: ['bus', {}],
      worker: ['handler', { workers: 2 }],
    },
    wires: ['one bus', 'other bus', 'bus worker'],
  }),
);

async function call(words: readonly string[], world = {}) {
  const io = new MemoryIo({ input: flow, ...world });
  const exitCode = await runCli(['check', '-', ...words], io);
  return { exitCode, out: io.stdout, err: io.stderr };
}

test('it tells that a property holds, and how much was explored', async () => {
  const { exitCode, out } = await call([]);
  expect(exitCode).toBe(exitCodes.good);
  expect(out).toMatch(
    /^holds: nothing gets stuck\n[\d,]+ configurations, [\d,]+ transitions, depth \d+, \d+ ends\n$/,
  );
});

test('it tells the shortest run that breaks a property, and gives a link to it', async () => {
  const { exitCode, out } = await call(['--property', 'no-loss', '--link']);
  expect(exitCode).toBe(exitCodes.no);
  expect(out).toContain('the shortest run that breaks it, 6 steps:');
  expect(out).toContain('dropped (queue full)');
  const link = out.trim().split('\n').at(-1) ?? '';
  const decoded = decodeLink(link.slice(1), kinds);
  expect(decoded.ok && decoded.value.step).toBe(6);
  expect(decoded.ok && decoded.value.doc.interventions.length).toBe(6);
});

test('in JSON it says the same', async () => {
  const { out } = await call(['--property', 'queue-at-most node=bus n=0', '--json']);
  const answer = JSON.parse(out) as Record<string, unknown>;
  expect(answer).toMatchObject({ verdict: 'violated', stopped: null, counterexample: { length: 4 } });
});

test('a limit ends with a code of its own, and never with "holds"', async () => {
  const { exitCode, out } = await call(['--most', '5']);
  expect(exitCode).toBe(exitCodes.stopped);
  expect(out).toContain('not exhausted: nothing gets stuck\nstopped: as many configurations as were allowed');
});

test('Ctrl-C stops it and prints what was found so far', async () => {
  const { exitCode, out } = await call(['--events', '6', '--full'], {
    input: larger,
    interruptAtLook: 1,
    tickMs: 100,
  });
  expect(exitCode).toBe(exitCodes.cancelled);
  expect(out).toContain('stopped: on demand');
});

test('progress is shown where somebody can see it, and wiped away', async () => {
  const { err } = await call(['--events', '6', '--full', '--most', '3000'], {
    input: larger,
    isTerminal: true,
    tickMs: 400,
  });
  expect(err).toMatch(/configurations, [\d,]+ a second, depth \d+/);
  expect(err.endsWith('\r\u001B[2K')).toBe(true);
});

test('a property that does not exist, or an argument that makes no sense, is answered with what there is', async () => {
  const unknown = await call(['--property', 'peace']);
  expect(unknown.exitCode).toBe(exitCodes.usage);
  expect(unknown.err).toContain('no-deadlock');
  expect((await call(['--property', 'no-loss x'])).err).toContain('name=value');
  expect((await call(['--list'])).out).toContain('queue-at-most node n\n');
});

test('with --timings it says how soon the run could be over, or what in the durations contradicts it', async () => {
  const overtaking = (order: number, payment: number) =>
    JSON.stringify(
      documentOf({
        types: ['Order', 'Payment'],
        nodes: {
          source: [
            'publisher',
            {
              generation: 'script',
              script: [
                { atMs: 0, type: 'Order' },
                { atMs: 10, type: 'Payment' },
              ],
            },
          ],
          bus: ['bus', { groups: 'one' }],
          worker: [
            'handler',
            {
              workers: 2,
              serviceByType: [
                { type: 'Order', service: { law: 'constant', mean: order } },
                { type: 'Payment', service: { law: 'constant', mean: payment } },
              ],
            },
          ],
        },
        wires: ['source bus', 'bus worker'],
      }),
    );
  const words = ['--property', 'precedence a=Order b=Payment when=worked', '--timings'];
  const possible = await call(words, { input: overtaking(50, 20) });
  expect(possible.out).toContain(
    'possible with the durations of this flow: over after 30 ms at the earliest\n',
  );
  const refuted = await call(words, { input: overtaking(20, 50) });
  expect(refuted.out).toContain('not possible with the durations of this flow, for\n');
  expect(refuted.out).toMatch(/comes at least \d+ ms after/);
});

test('a condition is written in quotation marks, and a run that goes round for ever is told as one', async () => {
  const carousel = JSON.stringify(
    documentOf({
      types: ['A'],
      nodes: {
        source: ['publisher', { count: 1 }],
        bus: ['bus', { groups: 'one' }],
        worker: ['handler', { actions: [{ do: 'emit', type: 'A' }] }],
      },
      wires: ['source bus', 'bus worker', 'worker bus'],
    }),
  );
  const words = ['--property', `eventually p="state.worker == 'open'"`];
  const { exitCode, out } = await call(words, { input: carousel });
  expect(exitCode).toBe(exitCodes.no);
  expect(out).toContain("violated: eventually state.worker == 'open'\n");
  expect(out).toMatch(/and so on for ever: steps \d+ to \d+, shown twice, repeat\n/);
  const told = JSON.parse((await call([...words, '--json'], { input: carousel })).out) as {
    counterexample: { loop: { from: number; length: number }; length: number };
  };
  const { loop, length } = told.counterexample;
  expect(loop.from - 1 + 2 * loop.length).toBe(length);
});

test('where ends differ, two runs show it', async () => {
  const actions = [{ do: 'write', operation: 'addToRead', key: 'fixed', fixedKey: 'n' }];
  const racing = JSON.stringify(
    documentOf({
      types: ['A'],
      nodes: {
        source: ['publisher', { count: 2 }],
        bus: ['bus', { groups: 'one' }],
        worker: ['handler', { workers: 2, actions }],
        table: ['store', {}],
      },
      wires: ['source bus', 'bus worker', 'worker.store table'],
    }),
  );
  const { exitCode, out } = await call(['--property', 'same-end'], { input: racing });
  expect(exitCode).toBe(exitCodes.no);
  expect(out).toContain('a run that ends otherwise, ');
  expect(out).toMatch(/table: \{"n":\d\}, and not table: \{"n":\d\}/);
});
