import { expect, test } from 'vitest';
import { newDocument } from '#engine/model/newDocument';
import { textOf } from '#ui/i18n/catalogue';
import { logFilter, noChoice } from './logFilter';

const t = (key: Parameters<typeof textOf>[1]) => textOf('en', key);
const node = (id: string, name: string) => ({ id, kind: 'bus', name, x: 0, y: 0, settings: {} });
const doc = {
  ...newDocument('log'),
  nodes: [node('a', 'Orders'), node('b', 'E-mail')],
  eventTypes: [
    { id: 'placed', name: 'OrderPlaced', shape: 'circle' as const, colour: 1 as const, outline: false },
  ],
};

test('nothing chosen asks for nothing', () => {
  expect(logFilter(noChoice, doc, null, t)).toBeNull();
  expect(logFilter({ ...noChoice, isFollowedOnly: true }, doc, null, t)).toBeNull();
});

test('ids become the indices of the run, and the family of the followed event its numbers in order', () => {
  const filter = logFilter(
    { ...noChoice, node: 'b', type: 'placed', what: 'dead-lettered', isFollowedOnly: true },
    doc,
    new Set([9, 2]),
    t,
  );
  expect(filter).toMatchObject({
    nodes: [1],
    types: [0],
    facts: ['dead-lettered'],
    kinds: null,
    events: [2, 9],
  });
  expect(logFilter({ ...noChoice, what: 'finish' }, doc, null, t)).toMatchObject({
    kinds: ['finish'],
    facts: null,
  });
});

test('a word stands for everything that it is part of the name of; each word must be found', () => {
  const filter = logFilter({ ...noChoice, text: 'order  #12' }, doc, null, t);
  expect(filter?.words).toMatchObject([
    { nodes: [0], types: [0], key: 'order', event: 0 },
    { nodes: [], types: [], key: '#12', event: 12 },
  ]);
});
