import { expect, test } from 'vitest';
import { fuzzyScore, fuzzySearch } from './fuzzy';

const labels = [
  'Publisher',
  'Topic bus',
  'Queue',
  'Sync bus',
  'Dead letters',
  'Handler',
  'Read model',
  '队列',
];
const search = (query: string) => fuzzySearch(query, labels, (label) => [label]);

test('finds by the start, by the starts of words and by letters in order', () => {
  expect(search('pub')[0]).toBe('Publisher');
  expect(search('rm')[0]).toBe('Read model');
  expect(search('sb')[0]).toBe('Sync bus');
  expect(search('DL')[0]).toBe('Dead letters');
  expect(search('队')).toEqual(['队列']);
});

test('leaves out what does not hold all letters, and keeps the order for an empty query', () => {
  expect(search('zzz')).toEqual([]);
  expect(search(' ')).toEqual(labels);
  expect(fuzzyScore('rh', 'Handler')).toBeNull();
});

test('prefers the shorter of two that match equally well', () => {
  expect(fuzzySearch('note', ['Note and more', 'Note'], (text) => [text])[0]).toBe('Note');
});
