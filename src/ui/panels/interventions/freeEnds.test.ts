import { expect, test } from 'vitest';
import { freeEnds } from './freeEnds';
import type { MarkSpan } from './Mark';

/** A pixel is a microsecond. */
const view = { fromUs: 0, spanUs: 1000 };

function span(fromUs: number, forUs: number): MarkSpan {
  const mark = {
    of: 'hand',
    id: `${fromUs} ${forUs}`,
    what: 'slow',
    name: '',
    atUs: fromUs,
    forUs,
    everyUs: 0,
  };
  return { mark: { ...mark, of: 'hand' }, fromUs, toUs: fromUs + forUs, isFirst: true };
}

const freeOf = (...spans: readonly MarkSpan[]) => [...freeEnds(spans, view, 1000)].map(({ mark }) => mark.id);

test('marks that begin together can each be taken hold of at their ends, where those stand apart', () => {
  expect(freeOf(span(100, 300), span(100, 200), span(100, 0))).toEqual(['100 200', '100 300']);
});

test('of ends that would cover each other the first is free, and what never ends has one at the edge', () => {
  expect(freeOf(span(100, 310), span(100, 300))).toEqual(['100 300']);
  expect(freeOf(span(100, 300), span(50, Infinity), span(70, Infinity))).toEqual(['100 300', '50 Infinity']);
});

test('ends of bars that are shorter than their handles are where they are drawn: beside those', () => {
  expect(freeOf(span(100, 1), span(100, 20))).toEqual(['100 1']);
  expect(freeOf(span(100, 1), span(90, 60))).toEqual(['100 1']);
});
