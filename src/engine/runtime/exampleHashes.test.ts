import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { problemMessage } from '#engine/model/problemMessage';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseFlowText } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Run } from './Run';

/*
 * The trace hash of every example after its first 1,000 steps, or at its end if that comes sooner, here in Node. A specification in e2e reads the same
 * file and finds the same hashes in the worker of a browser.
 * A new example, or a rule that is meant to change: UPDATE_HASHES=1 npx vitest run exampleHashes
 */

const steps = 1_000;
const folder = fileURLToPath(new URL('../../../public/examples/', import.meta.url));
const file = fileURLToPath(new URL('../../../e2e/hashes.json', import.meta.url));

function placeOf(name: string) {
  const result = parseFlowText(readFileSync(`${folder}${name}.flow.json`, 'utf8'), kinds);
  if (!result.ok) throw new Error(`${name}: ${result.problems.map(problemMessage).join(' ')}`);
  const run = new Run(runningKinds);
  run.load(result.value);
  const { step } = run.frame({ step: steps });
  return { step, hash: run.hashAt({ step }) };
}

test('every example has the trace hash in Node that it has in the browser', () => {
  const names = readdirSync(folder).map((name) => name.replace('.flow.json', ''));
  const places = Object.fromEntries(names.toSorted().map((name) => [name, placeOf(name)]));
  if (process.env['UPDATE_HASHES'] === '1') writeFileSync(file, `${JSON.stringify(places, null, 2)}\n`);
  expect(places).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  expect(new Set(Object.values(places).map(({ hash }) => hash)).size).toBe(names.length);
});
