import { expect, test } from 'vitest';
import { laws } from '#engine/model/distributionFields';
import { parseDistribution } from '#engine/model/parseDistribution';
import { ProblemList } from '#engine/model/ProblemList';
import { readDistribution, withLaw, withParameter } from './readDistribution';

const hundred = { law: 'constant', mean: 100 } as const;

test('reads back every law it can switch to, and each passes the importer', () => {
  for (const from of laws) {
    for (const to of laws) {
      const switched = withLaw(withLaw(hundred, from), to);
      const problems = new ProblemList();
      parseDistribution(switched, [], problems);
      expect([switched.law, problems.list]).toEqual([to, []]);
      expect(readDistribution({ ...switched }, hundred)).toEqual(switched);
    }
  }
});

test('keeps the mean when the law changes', () => {
  expect(withLaw(hundred, 'exponential')).toEqual({ law: 'exponential', mean: 100 });
  expect(withLaw(hundred, 'uniform')).toEqual({ law: 'uniform', min: 50, max: 150 });
  expect(withLaw({ law: 'uniform', min: 50, max: 150 }, 'normal')).toEqual({
    law: 'normal',
    mean: 100,
    deviation: 25,
  });
});

test('changes one parameter and no other', () => {
  expect(withParameter({ law: 'gamma', mean: 100, shape: 3 }, 'shape', 4)).toEqual({
    law: 'gamma',
    mean: 100,
    shape: 4,
  });
});

test('falls back when the setting holds no law', () => {
  expect([null, 3, [], { law: 'weekday' }].map((value) => readDistribution(value, hundred))).toEqual([
    hundred,
    hundred,
    hundred,
    hundred,
  ]);
});
