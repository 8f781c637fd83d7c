import { expect, test } from 'vitest';
import { queuePlan, runToEnd } from '../flows';
import { QueueWithBooks } from './QueueWithBooks';

test.each([
  [1, 100],
  [4, 400],
])('The queue by hand with %i workers makes the steps of the flow as drawn', (workers, meanService) => {
  const plan = queuePlan(2000, 125, meanService, workers);
  const byHand = new QueueWithBooks(plan, 2000, 125, meanService, workers);
  expect(byHand.run()).toBe(runToEnd(plan).hash.digest());
});
