import { expect, test } from 'vitest';
import { kinds } from '#kinds/index';
import { hasText, textOf, type Language } from '#ui/i18n/catalogue';
import { foldLetters, type Edge } from './foldLetters';
import { boxAround, doOverlap } from './geometry';
import { layoutAutomaton, pictureWidth, type AutomatonWords } from './layoutAutomaton';
import { labelFont } from './placeLabels';
import { textWidth } from './textWidth';
import { timesEntered } from './timesEntered';

const running = kinds.filter(({ runs }) => runs);
const languages: readonly Language[] = ['en', 'zh-Hans'];

function wordsIn(language: Language): AutomatonWords {
  const text = (key: string) => (hasText(key) ? textOf(language, key) : key);
  return {
    state: (state) => text(`kinds.state.${state}`),
    letter: (letter) => text(`player.letter.${letter}`),
  };
}

test('every state and letter of every kind has a name in both languages', () => {
  expect(running.length).toBeGreaterThanOrEqual(4);
  for (const { automaton } of running) {
    const letters = Object.values(automaton.transitions).flatMap((row) => Object.keys(row));
    for (const language of languages) {
      expect(letters.filter((letter) => !hasText(`player.letter.${letter}`))).toEqual([]);
      expect(automaton.states.filter((state) => !hasText(`kinds.state.${state}`))).toEqual([]);
      const names = letters.map(wordsIn(language).letter);
      expect(new Set(names).size).toBe(new Set(letters).size);
    }
  }
});

test.each(running.map(({ id, automaton }) => [id, automaton] as const))(
  'the picture of a %s covers nothing with anything, whichever state matters and in both languages',
  (_, lifecycle) => {
    for (const language of languages) {
      for (const focus of lifecycle.states) {
        const picture = layoutAutomaton(lifecycle, wordsIn(language), ({ from }) => (from === focus ? 1 : 0));
        const pills = picture.pills.map((pill) => boxAround(pill, pill.width, pill.height));
        const labels = picture.edges.flatMap(({ label }) =>
          label === null ? [] : [boxAround(label, textWidth(label.text, labelFont), 10)],
        );
        const outers = picture.outers.flatMap(({ enterLabel, leave }) => {
          const width = textWidth(enterLabel.text, labelFont);
          return [
            boxAround({ x: enterLabel.x - width / 2, y: enterLabel.y - 4 }, width, 10),
            ...leave.map(({ label }) => {
              const lengths = [label.text, label.target].map((line) => textWidth(line, labelFont));
              const length = Math.max(...lengths);
              return boxAround({ x: label.x + length / 2, y: label.y + 2 }, length, 23);
            }),
          ];
        });
        const boxes = [...pills, ...labels, ...outers];
        const clashes = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => doOverlap(a, b)));
        expect(clashes).toEqual([]);
        for (const { x, y, width, height } of boxes) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(pictureWidth);
          expect(y + height).toBeLessThanOrEqual(picture.height);
        }
      }
    }
  },
);

test.each(running.map(({ id, automaton }) => [id, automaton] as const))(
  'the picture of a %s says every way out of the state that matters',
  (_, lifecycle) => {
    for (const language of languages) {
      for (const focus of lifecycle.states) {
        const picture = layoutAutomaton(lifecycle, wordsIn(language), ({ from }) => (from === focus ? 1 : 0));
        const unsaid = picture.edges.filter(({ edge, label }) => edge.from === focus && label === null);
        expect(unsaid.map(({ edge }) => `${language}: ${edge.from} → ${edge.to}`)).toEqual([]);
      }
    }
  },
);

test('folding loses no transition and invents none', () => {
  for (const { automaton } of running) {
    const { core, outer, edges } = foldLetters(automaton);
    const flat = (list: readonly Edge[]) =>
      list.flatMap(({ from, to, letters }) => letters.map((letter) => `${from} ${letter} ${to}`));
    const unfolded = outer.flatMap(({ state, enter }) =>
      core.flatMap((from) => enter.map((letter) => `${from} ${letter} ${state}`)),
    );
    const declared = automaton.states.flatMap((from) =>
      Object.entries(automaton.transitions[from] ?? {}).map(([letter, to]) => `${from} ${letter} ${to}`),
    );
    expect([...flat(edges), ...unfolded].toSorted()).toEqual(declared.toSorted());
  }
});

test('what leads to the same state from everywhere is folded, but only then', () => {
  const folded = foldLetters({
    states: ['a', 'b', 'c', 'off'],
    initial: 'a',
    accepting: ['a'],
    transitions: { a: { go: 'b', kill: 'off' }, b: { kill: 'off' }, c: { kill: 'off' }, off: {} },
  });
  expect(folded).toMatchObject({ core: ['a', 'b', 'c'], outer: [{ state: 'off', enter: ['kill'] }] });
  const notFromAll = foldLetters({
    states: ['a', 'b', 'c', 'off'],
    initial: 'a',
    accepting: ['a'],
    transitions: { a: { go: 'b', kill: 'off' }, b: { kill: 'off' }, c: {}, off: {} },
  });
  expect(notFromAll.outer).toEqual([]);
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
