import { beforeAll, expect, test } from 'vitest';
import type { LaneState } from '#engine/runtime/lanes/LaneWindow';
import { loadTexts, textOf } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import { stallText } from './stallText';

beforeAll(() => loadTexts('en'));

const t: Translate = (key, values) => textOf('en', key, values);
const down = (endUs: number | null): LaneState => ({
  node: 0,
  state: 'blocked',
  fromUs: 1e6,
  toUs: 2e6,
  endUs,
});
const textWith = (endUs: number | null, isGrowing: boolean) => stallText(down(endUs), isGrowing, t, 'en');

test('a stall is told with all of its length, never with what is seen of it', () => {
  expect(textWith(6e6, false)).toBe('blocked 5.0\u{a0}s');
  expect(textWith(Infinity, false)).toBe('blocked to the end');
  expect(textWith(null, true)).toBe('blocked 1.0\u{a0}s so far');
  expect(textWith(null, false)).toBe('blocked …');
});
