import { filterObserved } from '#engine/analysis/observed/filterObserved';
import { observeEvents } from '#engine/analysis/observed/observeEvents';
import { textOf } from '#ui/i18n/catalogue';
import { expect, test } from 'vitest';
import { observedPicture } from './observedPicture';

/** Nine orders are placed, paid a minute later and shipped an hour after that; one is cancelled at once. */
const observed = observeEvents(
  Array.from({ length: 10 }, (_, order) => {
    const event = (type: string, minutes: number) => ({
      line: order * 3 + 1,
      atUs: (order * 1000 + minutes) * 60e6,
      type,
      key: `order ${order}`,
    });
    return order === 0
      ? [event('cancelled', 0)]
      : [event('placed', 0), event('paid', 1), event('shipped', 61)];
  }).flat(),
  true,
);

function pictureWith(threshold: number, word: readonly string[] = []) {
  return observedPicture(observed, filterObserved(observed, threshold), {
    t: (key, values) => textOf('en', key, values),
    language: 'en',
    hasTimes: true,
    word,
  });
}

test('states stand in the order in which they come in words, and say how often words end there', () => {
  const { states } = pictureWith(0);
  expect(
    states.map(({ id, isInitial, isAccepting }) => [id, isInitial === true, isAccepting === true]),
  ).toEqual([
    ['0', true, false],
    ['1', false, true],
    ['2', false, false],
    ['3', false, false],
    ['4', false, true],
  ]);
  expect(states.map(({ note }) => note?.startsWith('9'))).toEqual([false, false, true, true, false]);
});

test('arrows carry time, count and share, the share only where there is a choice', () => {
  const { arrows } = pictureWith(0);
  // Numbers and units are never broken apart: the space between them is a special one.
  const found = arrows.map(({ from, to, lines, figure }) =>
    `${from} ${to}: ${[...lines, figure].join(', ')}`.replaceAll('\u00a0', ' '),
  );
  expect(found).toEqual(['0 2: 9 · 90 %', '0 1: 1 · 10 %', '2 3: 1 min, 9', '3 4: 1 h, 9']);
  expect(arrows.map(({ weight }) => weight)).toEqual([1, 1 / 9, 1, 1]);
});

test('what is hidden is not in the picture, and the way of a word is lit', () => {
  const { states, arrows } = pictureWith(0.2, ['placed', 'paid', 'placed']);
  expect(states.map(({ id }) => id)).toEqual(['0', '2', '3', '4']);
  expect(arrows.filter(({ isLit }) => isLit).map(({ id }) => id)).toEqual(['0 2', '2 3']);
});
