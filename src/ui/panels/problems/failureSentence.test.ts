import { beforeAll, expect, test } from 'vitest';
import { loadTexts, textOf, type Language, type TextKey, type TextValues } from '#ui/i18n/catalogue';
import { failureSentence } from './failureSentence';

const say = (language: Language, failure: string) =>
  failureSentence((key: TextKey, values?: TextValues) => textOf(language, key, values), failure);

beforeAll(async () => {
  await Promise.all([loadTexts('en'), loadTexts('zh-Hans')]);
});

test('a worker that could not be fetched says to reload the page, in the language of the page', () => {
  expect(say('en', 'The worker failed to start.')).toContain('Reload the page');
  expect(say('zh-Hans', 'The worker failed to start.')).toMatch(/^[^a-zA-Z]*请重新加载页面。$/);
});

test.each([
  'RangeError: Invalid array length',
  'RangeError: Array buffer allocation failed',
  'out of memory',
])('what a browser says when memory ends is said as that: %s', (failure) => {
  expect(say('en', `Uncaught ${failure}`)).toContain('memory of the browser');
  expect(say('zh-Hans', `Uncaught ${failure}`)).toMatch(/^浏览器内存不足[^a-zA-Z]*$/);
});

test('a bug is said in its own words, within a sentence of the language of the page', () => {
  const bug = 'Uncaught RangeError: In a circle every member leads to every other.';
  expect(say('en', bug)).toBe('RangeError: In a circle every member leads to every other');
  expect(say('zh-Hans', bug)).toBe(
    '程序出错（RangeError: In a circle every member leads to every other）。请重新加载页面后再试。',
  );
});
