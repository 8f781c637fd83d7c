import { beforeAll, expect, test } from 'vitest';
import { loadTexts, textOf } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import type { FlowWords } from '#ui/store/useFlowWords';
import { entryAt } from '#worker/fakeRun';
import { differenceText } from './differenceText';

beforeAll(async () => {
  for (const language of ['en', 'zh-Hans'] as const) {
    await loadTexts(language);
    await loadTexts(language, ['comparing']);
  }
});

const words: FlowWords = {
  node: () => 'Shop',
  type: () => ({ id: 'o', name: 'OrderPlaced', shape: 'circle', colour: 1, outline: false }),
  sender: () => null,
};
const say = (own: string, other: string, language: 'en' | 'zh-Hans' = 'en') => {
  const entryOf = (subject: string) => ({
    ...entryAt(1),
    timeUs: 118_000,
    kind: 'timer' as const,
    name: 'generate',
    token: null,
    facts: [{ code: 'published' as const, token: { number: 1, type: 0, subject }, detail: '' }],
    transitions: [],
    sent: [],
  });
  const t: Translate = (key, values) => textOf(language, key, values);
  return differenceText(
    { step: 1, sort: 'outcome', own: entryOf(own), other: entryOf(other) },
    { name: 'B', words },
    { name: 'A', words },
    t,
    language,
  );
};

test('runs that differ in the key of an event are told apart by it', () => {
  expect(say('order-3', 'order-7')).toBe(
    'From step 1 at 0.118\u{a0}s: Shop publishes OrderPlaced #1; in B, published: OrderPlaced #1 with key order-3; ' +
      'in A, published: OrderPlaced #1 with key order-7.',
  );
  expect(say('order-3', 'order-7', 'zh-Hans')).toContain('键 order-3');
});

test('a difference that no words are known for is not explained with nothing', () => {
  expect(say('', '')).toContain('not shown here');
});
