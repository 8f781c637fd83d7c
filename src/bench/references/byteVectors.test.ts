import { expect, test } from 'vitest';
import { countRows, pipelineModel } from './byteVectors';

test('independent pipelines have as many rows as the product of theirs', () => {
  const one = countRows(pipelineModel(1, 3));
  expect([one, countRows(pipelineModel(2, 3)), countRows(pipelineModel(3, 3))]).toEqual([
    one,
    one ** 2,
    one ** 3,
  ]);
  // Either all that was made is published still, or one of what was taken may be with the bus, the worker or done.
  expect(one).toBe(4 + 6 * 4);
});
