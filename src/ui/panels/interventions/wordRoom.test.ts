import { expect, test } from 'vitest';
import type { MarkSpan } from './Mark';
import { showsEnd, wordRoomOf } from './wordRoom';

/** A pixel is a millisecond. */
const view = { fromUs: 1_000_000, spanUs: 1_000_000 };
const width = 1000;

function span(fromMs: number, forUs: number): MarkSpan {
  const mark = {
    of: 'fault',
    id: 'f',
    what: 'slow',
    name: '',
    atUs: fromMs * 1000,
    forUs,
    everyUs: 0,
  } as const;
  return { mark, fromUs: mark.atUs, toUs: mark.atUs + forUs, isFirst: true };
}

test.each([
  ['ends in the view', 1200, 300_000, true],
  ['began before it', 100, 1_000_000, true],
  ['ends before it', 100, 800_000, false],
  ['ends behind it', 1200, 900_000, false],
  ['never ends', 1200, Infinity, true],
  ['began before it and never ends', 100, Infinity, true],
  ['is a moment', 1200, 0, false],
])('what %s shows its end: %s', (_, fromMs, forUs, isShown) => {
  expect(showsEnd(span(fromMs, forUs), view)).toBe(isShown);
});

test.each([
  ['a long bar', 300_000, 500, { inHandle: 286, behindEnd: 0 }],
  ['a long bar with another mark on it', 300_000, 120, { inHandle: 120, behindEnd: 0 }],
  ['a short bar', 50_000, 500, { inHandle: 0, behindEnd: 450 }],
  ['a bar shorter than its handle', 1_000, 500, { inHandle: 0, behindEnd: 470 }],
  ['a short bar before another mark', 50_000, 40, { inHandle: 0, behindEnd: 0 }],
  ['a bar without end', Infinity, 500, { inHandle: 500, behindEnd: 0 }],
  ['a bar without end up to its edge', Infinity, 800, { inHandle: 786, behindEnd: 0 }],
  ['a moment', 0, 500, { inHandle: 500, behindEnd: 0 }],
])('the name of %s covers no end', (_, forUs, room, wanted) => {
  expect(wordRoomOf(span(1200, forUs), view, width, room)).toEqual(wanted);
});
