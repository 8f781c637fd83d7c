import { expect, test } from 'vitest';
import { exportFlowJson } from '#engine/interop/flowJson';
import { keepBranch } from '#engine/model/branches';
import { parseFlowText } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { exitCodes } from '../exitCodes';
import { MemoryIo } from '../MemoryIo';
import { runCli } from '../runCli';
import { testFlow } from '../testFlow';
import type { Comparison } from './compare';

const files = {
  'own.flow.json': testFlow({ untilMs: 5000 }),
  'other.flow.json': testFlow({ untilMs: 5000, seed: 9 }),
};

async function call(words: readonly string[], world = {}) {
  const io = new MemoryIo({ files, ...world });
  const exitCode = await runCli(['compare', ...words], io);
  return { exitCode, out: io.stdout, err: io.stderr };
}

test('a flow is the same as itself', async () => {
  const { exitCode, out } = await call(['own.flow.json', 'own.flow.json']);
  expect(exitCode).toBe(exitCodes.good);
  expect(out).toBe('Both runs are the same from beginning to end.\n');
});

test('two flows are told apart: what was changed, the first difference, the figures', async () => {
  const { exitCode, out } = await call(['own.flow.json', 'other.flow.json']);
  expect(exitCode).toBe(exitCodes.no);
  expect(out).toMatch(
    /^changed: seed 9 -> \d+\nThe first difference is step \d+ \(time\)\.\n {2}first: {2}.* s {2}.*\n/,
  );
  expect(out).toMatch(/^Of +Figure +First +Second +Difference/m);
});

test('as JSON it is one document, and turning both runs turns the answer', async () => {
  const words = ['own.flow.json', 'other.flow.json', '--json'];
  const found = JSON.parse((await call(words)).out) as Comparison;
  expect(found.firstDifference?.step).toBeGreaterThan(0);
  expect(found.differences.length).toBeGreaterThan(5);
  const alike = JSON.parse((await call([...words, '--seed', '3'])).out) as Comparison;
  expect(alike).toEqual({ changes: [], firstDifference: null, differences: [] });
});

test('a flow with branches is compared with the one it names, and one without says what to do', async () => {
  const parsed = parseFlowText(testFlow({ untilMs: 5000 }), kinds);
  if (!parsed.ok) throw new Error('The flow of the tests is sound.');
  const doc = { ...keepBranch(parsed.value, { atUs: 0, afterStep: 0 }), seed: 9 };
  const own = await call(['both.flow.json', '--json'], {
    files: { 'both.flow.json': exportFlowJson(doc, kinds) },
  });
  const { changes } = JSON.parse(own.out) as Comparison;
  expect(changes).toMatchObject([{ change: 'run', field: 'seed', own: 9 }]);
  const alone = await call(['own.flow.json']);
  expect(alone.exitCode).toBe(exitCodes.usage);
  expect(alone.err).toContain('holds no branch to compare with');
});
