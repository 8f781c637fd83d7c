import { expect, test } from 'vitest';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import { copyLifecycle } from '#kinds/bus/copyLifecycle';
import { kinds } from '#kinds/index';
import { hasText, loadTexts, textOf, type Language } from '#ui/i18n/catalogue';
import { foldLetters } from './foldLetters';
import { lifecyclePicture, type AutomatonWords } from './lifecyclePicture';
import { timesEntered } from './timesEntered';

const running = kinds.filter(({ runs }) => runs);
const languages: readonly Language[] = ['en', 'zh-Hans'];
const plain: AutomatonWords = { state: (state) => state, letter: (letter) => letter, anyState: 'any' };

const declared = ({ states, transitions }: Lifecycle) =>
  states.flatMap((from) =>
    Object.entries(transitions[from] ?? {}).map(([letter, to]) => `${from} ${letter} ${to}`),
  );

test('every state and letter of every kind, and of a copy, has a name of its own in both languages', async () => {
  await Promise.all(languages.map((language) => loadTexts(language)));
  expect(running.length).toBeGreaterThanOrEqual(4);
  const all = [
    ...running.map(({ automaton }) => [automaton, 'kinds.state', 'automaton.letter'] as const),
    [copyLifecycle, 'automaton.copyState', 'automaton.copyLetter'] as const,
  ];
  for (const [lifecycle, states, letters] of all) {
    const used = new Set(Object.values(lifecycle.transitions).flatMap((row) => Object.keys(row)));
    const keys = [
      ...lifecycle.states.map((one) => `${states}.${one}`),
      ...[...used].map((one) => `${letters}.${one}`),
    ];
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
    for (const language of languages) {
      const names = [...used].map((letter) => `${letters}.${letter}`).filter(hasText);
      expect(new Set(names.map((key) => textOf(language, key))).size).toBe(used.size);
    }
  }
});

test('a picture has every transition, with those that are possible anywhere once, from the frame around them', () => {
  for (const lifecycle of [...running.map(({ automaton }) => automaton), copyLifecycle]) {
    const { states, arrows } = lifecyclePicture(lifecycle, plain, { current: null, last: null });
    const inside = (id: string) => states.filter(({ parent }) => parent === id).map((state) => state.id);
    const unfolded = arrows.flatMap(({ from, to, lines }) => {
      const isFrame = states.find(({ id }) => id === from)?.form === 'frame';
      return (isFrame ? inside(from) : [from]).map((one) => `${one} ${lines.join()} ${to}`);
    });
    expect(unfolded.toSorted()).toEqual(declared(lifecycle).toSorted());
    expect(new Set(arrows.map(({ id }) => id)).size).toBe(arrows.length);
  }
});

test('whichever transition was taken last, an arrow with its letter and its target stands out', () => {
  for (const { automaton } of running) {
    for (const from of automaton.states) {
      for (const [letter, to] of Object.entries(automaton.transitions[from] ?? {})) {
        const last = { from, letter, to };
        const { arrows, last: id, current } = lifecyclePicture(automaton, plain, { current: to, last });
        expect(arrows.find((arrow) => arrow.id === id)).toMatchObject({ lines: [letter], to });
        expect(current).toEqual([to]);
      }
    }
  }
});

test('what leads to the same state from everywhere is folded, but only then', () => {
  const automaton = (c: Readonly<Record<string, string>>) => ({
    states: ['a', 'b', 'c', 'off'],
    initial: 'a',
    accepting: ['a'],
    transitions: { a: { go: 'b', kill: 'off' }, b: { kill: 'off' }, c, off: {} },
  });
  expect(foldLetters(automaton({ kill: 'off' }))).toMatchObject({
    core: ['a', 'b', 'c'],
    outer: [{ state: 'off', enter: ['kill'] }],
  });
  expect(foldLetters(automaton({})).outer).toEqual([]);
});

test('being in the initial state at the start counts as entering it', () => {
  const lifecycle = {
    states: ['a', 'b'],
    initial: 'a',
    accepting: ['a'],
    transitions: { a: { go: 'b' }, b: { back: 'a', again: 'b' } },
  };
  const taken = { 'a\u0000go': 3, 'b\u0000back': 2, 'b\u0000again': 4 };
  expect([...timesEntered(lifecycle, taken)]).toEqual([
    ['a', 3],
    ['b', 7],
  ]);
});
