import { expect, test } from 'vitest';
import { hashText } from './hashText';

test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('"%s" has the number that the reference implementation of FNV-1a gives', (text, expected) => {
  expect(hashText(text) >>> 0).toBe(expected);
});
