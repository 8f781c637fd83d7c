import { beforeAll, expect, test } from 'vitest';
import type { MessageKind } from '#engine/model/messages';
import type { TraceEntry } from '#engine/runtime/Trace';
import { loadTexts, textOf, type Language } from '#ui/i18n/catalogue';
import type { FlowWords } from '#ui/store/useFlowWords';
import { entryAt } from '#worker/fakeRun';
import { pendingText, sentenceOf } from './sentenceOf';

beforeAll(async () => {
  await Promise.all([loadTexts('en'), loadTexts('zh-Hans')]);
});

const words: FlowWords = {
  node: (index) => ['Storefront', 'orders', 'Reserve stock'][index] ?? '',
  type: () => ({ id: 'o', name: 'OrderPlaced', shape: 'circle', colour: 1, outline: false }),
  sender: (wire) => (wire < 0 ? null : 'orders'),
};
const say = (entry: Partial<TraceEntry>, language: Language = 'en') =>
  sentenceOf(
    {
      ...entryAt(1),
      node: 2,
      wire: 1,
      name: '',
      token: { number: 316, type: 0, subject: '' },
      facts: [],
      ...entry,
    },
    words,
    (key, values) => textOf(language, key, values),
  );

test('a step is told as who does what to whom', () => {
  expect(say({ kind: 'deliver' })).toBe('orders delivers OrderPlaced #316 to Reserve stock');
  expect(say({ kind: 'deliver' }, 'zh-Hans')).toBe('orders 将 OrderPlaced #316 投递给 Reserve stock');
  expect(say({ kind: 'start', wire: -1, name: 'start' })).toBe('Reserve stock starts on OrderPlaced #316');
  expect(say({ kind: 'ack', name: 'refused' })).toBe('orders answers Reserve stock: refused');
  expect(say({ kind: 'fault', wire: -1, name: 'crash', token: null })).toBe('Reserve stock crashed by hand');
  expect(say({ kind: 'timer', wire: -1, name: 'back-off' })).toBe(
    'Reserve stock: OrderPlaced #316 is due for its next attempt',
  );
});

test('what became of the event is added, once', () => {
  const token = { number: 316, type: 0, subject: '' };
  const fact = { code: 'dead-lettered', token, detail: '' } as const;
  expect(say({ kind: 'finish', wire: -1, name: 'finish', facts: [fact, fact] })).toBe(
    'Reserve stock finishes OrderPlaced #316 · sent to dead letters',
  );
});

test('another event than the one that the step is about is named with what became of it', () => {
  const own = { number: 316, type: 0, subject: '' };
  const factOf = (code: 'delivered' | 'accepted', number: number) => ({
    code,
    token: { ...own, number },
    detail: '',
  });
  const answer = { kind: 'ack', name: 'done' } as const;
  expect(say({ ...answer, facts: [factOf('delivered', 316), factOf('accepted', 320)] })).toBe(
    'orders answers Reserve stock: done · delivered · accepted: OrderPlaced #320',
  );
  expect(say({ ...answer, facts: [1, 2, 3, 4].map((number) => factOf('accepted', number)) })).toBe(
    'orders answers Reserve stock: done · accepted',
  );
});

test('a publisher whose time has come is told by what it publishes', () => {
  const token = { number: 7, type: 0, subject: '' };
  const facts = [{ code: 'published', token, detail: '' } as const];
  expect(say({ kind: 'timer', name: 'generate', node: 0, wire: -1, token: null, facts })).toBe(
    'Storefront publishes OrderPlaced #7',
  );
});

test('every kind of step has a sentence without leftovers in both languages', () => {
  const kinds: readonly MessageKind[] = [
    'publish',
    'deliver',
    'access',
    'start',
    'finish',
    'ack',
    'timer',
    'fault',
  ];
  for (const language of ['en', 'zh-Hans'] as const) {
    for (const kind of kinds) {
      expect(say({ kind, name: 'read' }, language)).not.toMatch(/[{}]|player\./);
      const step = { node: 1, kind, name: 'pause', token: null, wire: 0 };
      expect(pendingText(step, words, (key, values) => textOf(language, key, values))).not.toMatch(
        /[{}]|player\./,
      );
    }
  }
});
