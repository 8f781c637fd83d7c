import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check } from './Check';
import { usualSettings } from './settings';
import { documentOf } from './smallWorlds';

test('a break that the runtime cannot follow is not told as one', () => {
  // Exploring knows no times and takes them as 0: there the worker wants every event, and in the runtime none.
  const parsed = parseFlow(
    documentOf({
      types: ['A'],
      nodes: {
        source: ['publisher', { count: 3, interval: { law: 'constant', mean: 10 } }],
        bus: ['bus', {}],
        worker: ['handler', {}],
      },
      wires: ['source bus', ['bus worker', { filter: 'event.time == 0' }]],
    }),
    kinds,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const request = { property: 'queue-at-most', arguments: { node: 'bus', n: '0' } };
  const check = Check.of(parsed.value, runningKinds, request, usualSettings);
  if ('problem' in check) throw new Error(check.problem.code);
  while (!check.isOver) check.advance(1_000);
  const answer = check.answer();
  expect(answer.counterexample?.notPossible).not.toBeNull();
  expect(answer.counterexample).not.toBeNull();
  expect(answer).toMatchObject({ verdict: 'not-exhausted', stopped: 'replay' });
});
