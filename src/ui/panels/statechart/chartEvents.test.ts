import { expect, test } from 'vitest';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import { eventsOf, withEventRenamed } from './chartEvents';

const emit = (type: string) => ({ type: 'emit', params: { type } });
const chart = {
  id: 'm',
  initial: 'a',
  states: {
    a: {
      on: { Placed: { target: 'b', actions: [emit('Told'), { type: 'raise', params: { type: 'next' } }] } },
    },
    b: {
      entry: emit('Placed'),
      on: { next: 'a', 'order.*': 'a' },
      after: { 5: { actions: emit('Placed') } },
    },
  },
};

test('a chart speaks of what it waits for from outside and of what it emits', () => {
  const read = readStatechart(chart, null);
  expect(read.ok && eventsOf(read.value)).toEqual(['Placed', 'Told']);
});

test('an event that is renamed is renamed where it is waited for and where it is emitted', () => {
  const renamed = withEventRenamed(chart, 'Placed', 'Ordered');
  expect(renamed).toMatchObject({
    states: {
      a: { on: { Ordered: [{ target: 'b' }] } },
      b: {
        entry: [emit('Ordered')],
        on: { next: [{ target: 'a' }], 'order.*': [{ target: 'a' }] },
        after: { 5: [{ actions: [emit('Ordered')] }] },
      },
    },
  });
  expect(withEventRenamed(chart, 'Nothing', 'Ordered')).toBe(chart);
});
