import { createStreams } from '#engine/kernel/RandomStreams';
import { expect, test } from 'vitest';
import { compareMealy } from './compareMealy';
import type { MealyMachine } from './MealyMachine';
import { minimiseMealy } from './minimiseMealy';
import { runMealy } from './runMealy';
import { distinctAutomata, shortWords } from './smallAutomata';

/** Every complete machine of two states, letters a and b, and outputs x and y; and those with one arrow missing. */
function* smallMachines(): Generator<MealyMachine> {
  for (let code = 0; code < 3 ** 4 * 2 ** 4; code++) {
    const targets = [0, 1, 2, 3].map((cell) => (Math.floor((code % 81) / 3 ** cell) % 3) - 1);
    const answers = targets.map((to, cell) => (to === -1 ? -1 : (Math.floor(code / 81) >> cell) & 1));
    yield {
      states: ['p', 'q'],
      letters: ['a', 'b'],
      outputs: ['x', 'y'],
      initial: 0,
      table: Int32Array.from(targets),
      answers: Int32Array.from(answers),
    };
  }
}

// Two machines of two states, and a refusing one each, differ on a word of at most 5 letters if at all.
const words = shortWords(5);
const behaviourOf = (machine: MealyMachine) =>
  words.map((word) => {
    const { outputs, refusedAt } = runMealy(machine, word);
    return `${outputs.join('')}${refusedAt === -1 ? '' : '!'}`;
  });

test('machines that answer alike have the same minimal tables, others have others, over all of up to two states', () => {
  const tableOf = new Map<string, string>();
  for (const machine of smallMachines()) {
    const { machine: small, mergedInto } = minimiseMealy(machine);
    const behaviour = behaviourOf(machine).join();
    expect(behaviourOf(small).join()).toBe(behaviour);
    expect(mergedInto[0]).toBe(0);
    const tables = `${small.table.join()} ${small.answers.join()}`;
    expect(tableOf.get(behaviour) ?? tables).toBe(tables);
    tableOf.set(behaviour, tables);
  }
  expect(new Set(tableOf.values()).size).toBe(tableOf.size);
});

/** Every machine of three reachable states, numbered breadth first by the order of the letters. */
function* threeStates(): Generator<MealyMachine> {
  const accepting = [true, true, true];
  for (const { states, letters, initial, table, accepting: marks } of distinctAutomata(3)) {
    if (marks.join() !== accepting.join()) continue;
    for (let code = 0; code < 2 ** 6; code++) {
      const answers = table.map((to, cell) => (to === -1 ? -1 : (code >> cell) & 1));
      // An answer where there is no arrow would only make the same machine again.
      const isNew = table.every((to, cell) => to !== -1 || ((code >> cell) & 1) === 0);
      if (isNew) yield { states, letters, outputs: ['x', 'y'], initial, table, answers };
    }
  }
}

test('machines of three states shrink to one of the same answers, one for each behaviour, no state too many', () => {
  const offences: string[] = [];
  const tableOf = new Map<string, string>();
  let count = 0;
  for (const machine of threeStates()) {
    count += 1;
    const { machine: small, mergedInto } = minimiseMealy(machine);
    const behaviour = sixLetters(machine);
    if (sixLetters(small) !== behaviour) offences.push(`${machine.table.join()} ${machine.answers.join()}`);
    const residuals = new Set(machine.states.map((_, state) => sixLetters({ ...machine, initial: state })));
    if (small.states.length !== residuals.size || mergedInto[0] !== 0)
      offences.push(`${small.states.length} states, not ${residuals.size}`);
    const tables = `${small.table.join()} ${small.answers.join()}`;
    if ((tableOf.get(behaviour) ?? tables) !== tables) offences.push(tables);
    tableOf.set(behaviour, tables);
  }
  expect(count).toBeGreaterThan(10_000);
  expect(new Set(tableOf.values()).size).toBe(tableOf.size);
  expect(offences.slice(0, 5)).toEqual([]);
});

/*
 * A difference is the first pair of states of a walk that answer differently. That the walk is right whatever the answers are
 * is looked up for all pairs of tables of up to three states in `exhaustiveWalks.test.ts`, and so for all 831 million pairs of
 * machines; every 69,811th shows that the answers are read from where they stand.
 */
test('the word on which two machines of three states differ is a shortest one, over pairs far apart', () => {
  const offences: string[] = [];
  const machines = [...threeStates()];
  for (let pair = 0; pair < machines.length ** 2; pair += 69_811) {
    const left = machines[pair % machines.length];
    const right = machines[Math.floor(pair / machines.length)];
    if (left === undefined || right === undefined) continue;
    const [one, other] = [answersTo(left), answersTo(right)];
    const wanted = one.findIndex((answer, word) => answer !== other[word]);
    const found = compareMealy(left, right);
    if ((found?.length ?? -1) !== (sixLetterWords[wanted]?.length ?? -1)) offences.push(`${pair}`);
    if (found === null) continue;
    const place = sixLetterWords.findIndex((word) => word.join() === found.join());
    if (one[place] === other[place]) offences.push(found.join());
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

/** The answer to the last letter of each word of at most six letters, by the tables alone; −2 where one is refused. */
function answersTo({ table, answers, initial }: MealyMachine): readonly number[] {
  const states = [initial];
  const given = [-1];
  for (let word = 0; states.length < sixLetterWords.length; word++) {
    for (const letter of [0, 1]) {
      const state = states[word] ?? -1;
      const to = state === -1 ? -1 : (table[state * 2 + letter] ?? -1);
      states.push(to);
      given.push(to === -1 ? -2 : (answers[state * 2 + letter] ?? -1));
    }
  }
  return given;
}

const sixLetterWords = shortWords(6);
const sixLetters = (machine: MealyMachine) => answersTo(machine).join();

test('the word on which two machines differ is a shortest one, over pairs of up to two states', () => {
  const offences: string[] = [];
  const keyOf = ({ table, answers }: MealyMachine) => `${table.join()} ${answers.join()}`;
  const machines = [...new Map([...smallMachines()].map((one) => [keyOf(one), one])).values()];
  const behaviours = machines.map(behaviourOf);
  const placeOf = new Map(words.map((word, place) => [word.join(''), place]));
  expect(machines).toHaveLength(5 ** 4);
  for (const [i, left] of machines.entries()) {
    for (const [j, right] of machines.entries()) {
      const wanted = words.findIndex((_, index) => behaviours[i]?.[index] !== behaviours[j]?.[index]);
      const word = compareMealy(left, right);
      if ((word?.length ?? -1) !== (words[wanted]?.length ?? -1))
        offences.push(`${left.table.join()} ${right.table.join()}`);
      if (word === null) continue;
      const index = placeOf.get(word.join('')) ?? -1;
      if (behaviours[i]?.[index] === behaviours[j]?.[index]) offences.push(word.join());
    }
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

test('a random machine and its copy with a detour shrink to the same', () => {
  const streams = createStreams(4, ['machines']);
  const below = (count: number) => Math.floor(streams.nextUnit(0) * count);
  for (let round = 0; round < 30; round++) {
    const table = Int32Array.from({ length: 40 }, () => below(20));
    const machine: MealyMachine = {
      states: Array.from({ length: 20 }, (_, index) => `q${index}`),
      letters: ['a', 'b'],
      outputs: ['x', 'y'],
      initial: 0,
      table,
      answers: Int32Array.from({ length: 40 }, () => below(2)),
    };
    const twice: MealyMachine = {
      ...machine,
      states: [...machine.states, ...machine.states.map((name) => `${name}'`)],
      table: Int32Array.from([
        ...table.map((to) => to + 20 * below(2)),
        ...table.map((to) => to + 20 * below(2)),
      ]),
      answers: Int32Array.from([...machine.answers, ...machine.answers]),
    };
    const [one, other] = [minimiseMealy(machine).machine, minimiseMealy(twice).machine];
    expect(compareMealy(machine, twice)).toBeNull();
    expect(other.table).toEqual(one.table);
    expect(other.answers).toEqual(one.answers);
  }
});
