import { expect, test } from 'vitest';
import { SeededChooser } from '#engine/kernel/Chooser';
import { createStreams } from '#engine/kernel/RandomStreams';
import type { Context } from '#engine/model/NodeKind';
import { publisherFields } from '../publisherFields';
import { inTurn } from './inTurn';
import { mixOrders } from './index';
import type { MixOrder } from './MixOrder';

function rows(order: MixOrder, weights: readonly number[], count: number): number[] {
  const chooser = new SeededChooser(createStreams(1, ['mix']), 0);
  const context = { pickWeighted: (of: readonly number[]) => chooser.pickWeighted(of) } as unknown as Context; // All that orders use.
  const draw = order.plan(weights);
  return Array.from({ length: count }, (_, index) => draw(index + 1, context));
}

test('the options of the setting are the orders of the list', () => {
  const field = publisherFields.find(({ id }) => id === 'mixOrder');
  expect(field).toMatchObject({ options: mixOrders.map(({ id }) => id) });
});

test.each(mixOrders.map((order) => [order.id, order] as const))(
  '%s gives each row its share, and only rows that there are',
  (_, order) => {
    const drawn = rows(order, [3, 1, 6], 10_000);
    for (const [row, share] of [0.3, 0.1, 0.6].entries()) {
      expect(Math.abs(drawn.filter((one) => one === row).length / 10_000 - share)).toBeLessThan(0.02);
    }
    expect(rows(order, [0.4], 3)).toEqual([0, 0, 0]);
  },
);

test('in turn, weights 24 and 1 make every 25th the second, and a part of one counts as one', () => {
  const drawn = rows(inTurn, [24, 1], 75);
  expect(drawn.flatMap((row, index) => (row === 1 ? [index + 1] : []))).toEqual([25, 50, 75]);
  expect(rows(inTurn, [0.1, 1.5], 4)).toEqual([0, 1, 1, 0]);
});
