import { assert, integer, property, tuple, array } from 'fast-check';
import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check } from './Check';
import { usualSettings } from './settings';
import { documentOf, type World } from './smallWorlds';
import { solveDifferences } from './solveDifferences';
import { timingsOf } from './timingsOf';

test('a system of differences is solved by times that keep it, or refuted by a circle that adds up to less than nothing', () => {
  const constraint = tuple(
    integer({ min: 0, max: 4 }),
    integer({ min: 0, max: 4 }),
    integer({ min: -3, max: 5 }),
  );
  assert(
    property(array(constraint, { maxLength: 12 }), (given) => {
      const constraints = [
        ...given.map(([from, to, us]) => ({ from, to, us })),
        ...[1, 2, 3, 4].map((from) => ({ from, to: 0, us: 0 })),
      ];
      const solved = solveDifferences(5, constraints);
      const times = solved.ok ? solved.timesUs : [];
      const isBroken = ({ from, to, us }: { from: number; to: number; us: number }) =>
        (times[to] ?? 0) > (times[from] ?? 0) + us;
      expect(solved.ok && (constraints.some(isBroken) || times[0] !== 0)).toBe(false);
      const sum = solved.ok ? -1 : solved.circle.reduce((so, { us }) => so + us, 0);
      expect(sum).toBeLessThan(0);
    }),
    { numRuns: 2000, seed: 3 },
  );
});

/** Two workers with these service times for two events, of which the second came second. */
function overtaking(first: object, second: object): World {
  return {
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
            { type: 'Order', service: first },
            { type: 'Payment', service: second },
          ],
        },
      ],
    },
    wires: ['source bus', 'bus worker'],
  } as unknown as World;
}

function timings(world: World) {
  const parsed = parseFlow(documentOf(world), kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const request = { property: 'precedence', arguments: { a: 'Order', b: 'Payment', when: 'worked' } };
  const check = Check.of(parsed.value, runningKinds, request, usualSettings);
  if ('problem' in check) throw new Error(check.problem.code);
  while (!check.isOver) check.advance(1000);
  const found = check.answer().counterexample;
  return found === null ? null : timingsOf(found.doc, runningKinds);
}

const constant = (mean: number) => ({ law: 'constant', mean });

test('a payment overtakes its order only where the durations let it', () => {
  expect(timings(overtaking(constant(50), constant(20)))).toMatchObject({ isPossible: true });
  const refuted = timings(overtaking(constant(20), constant(50)));
  expect(refuted).toMatchObject({ isPossible: false });
  expect(refuted?.isPossible === false && refuted.claims.length).toBeGreaterThan(1);
  expect(timings(overtaking({ law: 'uniform', min: 5, max: 100 }, constant(50)))).toMatchObject({
    isPossible: true,
  });
  expect(timings(overtaking({ law: 'uniform', min: 5, max: 40 }, constant(50)))).toMatchObject({
    isPossible: false,
  });
  expect(timings(overtaking({ law: 'exponential', mean: 1 }, constant(50)))).toMatchObject({
    isPossible: true,
  });
});

test('the times that are found are what the durations say', () => {
  const found = timings(overtaking(constant(50), constant(20)));
  const times = found?.isPossible === true ? found.timesUs : [];
  // The payment is made at 10 ms and worked for 20.
  expect(Math.max(...times)).toBe(30_000);
});
