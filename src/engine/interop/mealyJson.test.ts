import { runMealy } from '#engine/automata/runMealy';
import type { MealyMachine } from '#engine/automata/MealyMachine';
import { shortWords } from '#engine/automata/smallAutomata';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMealyData, readMealyJson, writeMealyJson } from './mealyJson';

const name = fc.oneof(
  fc.constantFrom('"', '\\', ' / ', '__proto__', '[*]'),
  fc.string({ minLength: 1, maxLength: 5 }).filter((text) => text.trim() !== ''),
);
const names = (count: number) => fc.uniqueArray(name, { minLength: count, maxLength: count });
const anyMachine: fc.Arbitrary<MealyMachine> = fc
  .record({
    states: names(3),
    letters: names(2),
    outputs: names(2),
    cells: fc.array(
      fc.record({ to: fc.integer({ min: -1, max: 2 }), output: fc.integer({ min: 0, max: 1 }) }),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
    initial: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ cells, ...rest }) => ({
    ...rest,
    table: Int32Array.from(cells, ({ to }) => to),
    answers: Int32Array.from(cells, ({ to, output }) => (to === -1 ? -1 : output)),
  }));

test('what is written reads as the very same machine', () => {
  fc.assert(
    fc.property(anyMachine, (machine) => {
      expect(readMealyJson(writeMealyJson(machine))).toEqual({ ok: true, value: machine, problems: [] });
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('letters and outputs need not be listed, and the machine answers alike', () => {
  fc.assert(
    fc.property(anyMachine, (machine) => {
      const data: unknown = JSON.parse(writeMealyJson(machine));
      const result = readMealyData({ ...Object(data), letters: [], outputs: [] });
      for (const word of shortWords(3)) {
        const named = word.map((sign) => machine.letters[sign === 'a' ? 0 : 1] ?? '');
        const wanted = runMealy(machine, named);
        expect(result.ok && runMealy(result.value, named)).toEqual(wanted);
      }
    }),
    { seed: 7, numRuns: 100 },
  );
});

const sound = { mealy: 1, states: ['p', 'q'], initial: 'p', arrows: [['p', 'a', 'x', 'q']] };

test.each([
  [{ ...sound, mealy: 2 }, 'mealy-not-json'],
  [{ ...sound, initial: 'r' }, 'automaton-unknown-state'],
  [{ ...sound, states: ['p', 'p', 'q'] }, 'automaton-duplicate'],
  [{ ...sound, arrows: [['p', 'a', 'q']] }, 'mealy-arrow'],
  [{ ...sound, arrows: [...sound.arrows, ['p', 'a', 'y', 'p']] }, 'mealy-second-arrow'],
  [null, 'mealy-not-json'],
])('an unsound machine is refused with the reason: %#', (data, code) => {
  const result = readMealyData(data);
  expect(result.ok).toBe(false);
  expect(result.problems.map((problem) => problem.code)).toContain(code);
});
