import { expect, test } from 'vitest';
import { parseFlowText } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { exitCodes } from '../exitCodes';
import { MemoryIo } from '../MemoryIo';
import { runCli } from '../runCli';
import { testFlow } from '../testFlow';

async function call(words: readonly string[], world = {}) {
  const io = new MemoryIo({ input: testFlow(), ...world });
  const exitCode = await runCli(['hash', '-', ...words], io);
  return { exitCode, out: io.stdout.trim(), err: io.stderr };
}

function hashInPage(step: number, changes: object = {}): string {
  const result = parseFlowText(testFlow(changes), kinds);
  if (!result.ok) throw new Error('The flow of the tests is sound.');
  const run = new Run(runningKinds);
  run.load(result.value);
  return run.hashAt({ step });
}

test('the hash is the one of the page, at any step and at the end', async () => {
  expect((await call(['--at', '0'])).out).toBe(hashInPage(0));
  expect((await call(['--at', '100'])).out).toBe(hashInPage(100));
  expect((await call([])).out).toBe(hashInPage(5_000_000));
});

test('seed and length of the run may be turned', async () => {
  expect((await call(['--seed', '8'])).out).toBe(hashInPage(5_000_000, { seed: 8 }));
  expect((await call(['--until', '5s'])).out).toBe(hashInPage(5_000_000, { untilMs: 5000 }));
});

test('an expected hash may be given by its first digits', async () => {
  const { out } = await call([]);
  expect((await call(['--expect', out.slice(0, 8)])).exitCode).toBe(exitCodes.good);
  expect((await call(['--expect', '0123456789abcdef'])).exitCode).toBe(exitCodes.no);
  expect((await call(['--expect', ''])).exitCode).toBe(exitCodes.no);
});

test('a run that is shorter than the step asked for, and a hash that differs, are told', async () => {
  const short = await call(['--at', '99999999']);
  expect(short.exitCode).toBe(exitCodes.no);
  expect(short.err).toMatch(/^the run ends at step \d+, before step 99999999\n$/);
  expect((await call(['--expect', '0123'])).err).toMatch(
    /^the hash is [0-9a-f]{16}, and 0123 was expected\n$/,
  );
});

test('a long run shows its progress on a terminal only, and takes it away', async () => {
  const world = { input: testFlow({ untilMs: 3_600_000 }), tickMs: 400 };
  const { err } = await call([], { ...world, isTerminal: true });
  expect(err.startsWith('\r\u001B[2K')).toBe(true);
  expect(err).toMatch(/ +\d+ % {2}[\d,]+ steps, [\d,]+ a second, virtual time [\d.]+ s/);
  expect(err.endsWith('\r\u001B[2K')).toBe(true);
  expect((await call([], world)).err).toBe('');
});

test('Ctrl-C ends it with what was found so far', async () => {
  const world = { input: testFlow({ untilMs: 3_600_000 }), tickMs: 400, interruptAtLook: 2 };
  const { exitCode, out } = await call(['--json'], world);
  expect(exitCode).toBe(exitCodes.cancelled);
  expect(JSON.parse(out).step).toBe(20_000);
});
