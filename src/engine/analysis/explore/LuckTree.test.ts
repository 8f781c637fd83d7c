import { expect, test } from 'vitest';
import { LuckTree } from './LuckTree';

function turned(outcomes: number): LuckTree {
  const luck = new LuckTree();
  luck.reset();
  luck.pick(outcomes);
  expect(luck.turn(true)).toBe(false);
  return luck;
}

test('whoever has enough of the outcomes of a step gets no more, and the step counts as cut where there are more', () => {
  expect(turned(3).isCut).toBe(true);
  expect(turned(1).isCut).toBe(false);
});
