import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseFlowText } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check } from './Check';
import { usualSettings } from './settings';

/** A golden flow with a statechart, without the script and the people of its run. */
function answerOf(name: string, property: string) {
  const path = fileURLToPath(new URL(`../../runtime/golden/${name}.flow.json`, import.meta.url));
  const parsed = parseFlowText(readFileSync(path, 'utf8'), kinds);
  if (!parsed.ok) throw new Error(name);
  const made = Check.of(parsed.value, runningKinds, { property, arguments: {} }, usualSettings);
  if ('problem' in made) throw new Error(made.problem.code);
  while (!made.isOver) made.advance(10_000);
  const { verdict, counterexample } = made.answer();
  expect(counterexample?.notPossible ?? null).toBeNull();
  return verdict;
}

test('every order of events and delays of a statechart is explored, and each counterexample is one the runtime makes', () => {
  // Whether the payment or the delay comes first, each order is done.
  expect(answerOf('statechart-after', 'no-deadlock')).toBe('holds');
  // Nobody reports the second order paid: its chart waits for ever.
  expect(answerOf('statechart-per-key', 'no-deadlock')).toBe('violated');
});
