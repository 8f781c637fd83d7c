import { expect, test } from 'vitest';
import { exitCodes } from '../exitCodes';
import { MemoryIo } from '../MemoryIo';
import { runCli } from '../runCli';

const order = {
  id: 'order',
  initial: 'placed',
  context: { tries: 0 },
  states: {
    placed: {
      on: { paid: { target: 'shipping', actions: { type: 'emit', params: { type: 'OrderPaid' } } } },
      after: { 5000: 'forgotten' },
    },
    shipping: {
      entry: { type: 'assign', params: { tries: '${context.tries + 1}' } },
      on: {
        failed: [{ guard: 'context.tries < 2', target: 'shipping', reenter: true }, 'forgotten'],
        arrived: 'done',
      },
    },
    forgotten: { type: 'final' },
    done: { type: 'final', output: { tries: '${context.tries}' }, entry: 'notify' },
  },
  output: '${event.data}',
};

async function call(...words: string[]) {
  const files = {
    order: JSON.stringify(order),
    loop: '{"always":{"actions":{"type":"assign","params":{"a":1}}}}',
  };
  const io = new MemoryIo({ files });
  const exitCode = await runCli(['statechart', ...words], io);
  return { exitCode, out: io.stdout, err: io.stderr };
}

test('a run prints what each event makes of the chart, and what is put out', async () => {
  const { out, err, exitCode } = await call('run', 'order', '--events', 'paid, failed,+1s,arrived');
  expect(exitCode).toBe(exitCodes.good);
  expect(err).toMatch(/^warning statechart-left-out states\.done\.entry: /);
  expect(out).toBe(`0 ms xstate.init: "placed" {"tries":0}
0 ms paid: "shipping" {"tries":1}
  emit OrderPaid null
0 ms failed: "shipping" {"tries":2}
1000 ms arrived: "done" {"tries":2}, done {"tries":2}
`);
});

test('time that passes lets timers become due', async () => {
  const early = await call('run', 'order', '--events', '+4999ms');
  expect(early.out.trim().split('\n')).toHaveLength(1);
  const { out } = await call('run', 'order', '--events', '+6s', '--json');
  expect(JSON.parse(out).steps[1]).toMatchObject({
    timeUs: 5_000_000,
    event: { type: 'xstate.after.5000.order.placed' },
    value: 'forgotten',
    status: 'done',
    timers: [],
  });
});

test('events may be JSON with keys and data', async () => {
  const events = '["paid", "+1ms", {"type": "failed", "key": "o-1", "data": {"by": "post"}}]';
  expect((await call('run', 'order', '--events', events)).out).toContain(
    '1 ms failed {"by":"post"}: "shipping"',
  );
});

test('a chart that goes round for ever ends at a limit, and says so', async () => {
  const { out, exitCode } = await call('run', 'loop');
  expect(exitCode).toBe(exitCodes.stopped);
  expect(out).toContain('limit: more than 1000 microsteps');
});

test('a check lists what is not carried over, which counts when it is strict', async () => {
  expect(await call('check', 'order')).toMatchObject({ exitCode: exitCodes.good });
  const strict = await call('check', 'order', '--strict');
  expect(strict.exitCode).toBe(exitCodes.no);
  expect(strict.out).toMatch(/states\.done\.entry.*\nnot valid, not carried over: 1\n$/);
});

test('what is exported is what was read', async () => {
  const exported: unknown = JSON.parse((await call('export', 'order')).out);
  expect(exported).toMatchObject({ id: 'order', context: { tries: 0 }, states: { done: { type: 'final' } } });
});

test.each([
  [['fly', 'order'], 'run|check|export'],
  [['run', 'order', '--events', '+soon'], '+soon'],
  [['run', 'order', '--events', '[1]'], '"type"'],
  [['run', 'order', '--events', '[1'], 'not JSON'],
])('%j is wrong usage', async (words, sentence) => {
  const { exitCode, err } = await call(...words);
  expect(exitCode).toBe(exitCodes.usage);
  expect(err).toContain(sentence);
});
