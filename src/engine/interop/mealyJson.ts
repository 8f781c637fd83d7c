import type { MealyMachine } from '#engine/automata/MealyMachine';
import { createProblem, type Path } from '#engine/model/createProblem';
import { isTooDeep } from '#engine/model/isTooDeep';
import { limits } from '#engine/model/limits';
import type { Result } from '#engine/model/Problem';
import { ProblemList } from '#engine/model/ProblemList';
import { isPlainObject, readList, readObject, readText, type PlainObject } from '#engine/model/readValue';
import { automatonLimits } from '#engine/model/AutomatonDraft';
import { prettyJson } from './prettyJson';
import { readNames } from '#engine/model/readNames';

const version = 1;
const keys = ['mealy', 'states', 'letters', 'outputs', 'initial', 'arrows'];

/** The own format of Mealy machines: everything by name, an arrow as state, letter, output and next state. */
export function mealyData(machine: MealyMachine) {
  const { states, letters, outputs, initial, table, answers } = machine;
  const arrows: (readonly [from: string, letter: string, output: string, to: string])[] = [];
  for (const [cell, to] of table.entries()) {
    if (to === -1) continue;
    const from = states[Math.floor(cell / letters.length)] ?? '';
    const letter = letters[cell % letters.length] ?? '';
    arrows.push([from, letter, outputs[answers[cell] ?? -1] ?? '', states[to] ?? '']);
  }
  return { mealy: version, states, letters, outputs, initial: states[initial] ?? '', arrows };
}

/** Always the same text for the same machine; ends with a line break. */
export function writeMealyJson(machine: MealyMachine): string {
  return `${prettyJson(mealyData(machine))}\n`;
}

/** Whether data, as JSON has it, means to be a Mealy machine. */
export function isMealyData(value: unknown): value is PlainObject {
  return isPlainObject(value) && Object.hasOwn(value, 'mealy');
}

/** Whether a text means to be a Mealy machine in the own format. */
export function looksLikeMealy(text: string): boolean {
  return /^\uFEFF?\s*\{[^[{]*"mealy"\s*:/.test(text);
}

/** Never throws: what is no machine is answered by problems with their places. */
export function readMealyJson(text: string): Result<MealyMachine> {
  let value: unknown = null;
  try {
    value = text.length > limits.fileLength || isTooDeep(text, 8) ? null : JSON.parse(text);
  } catch {
    // Said below, together with JSON that is something else.
  }
  return readMealyData(value);
}

/** A Mealy machine from data as JSON has it. Letters and outputs may be left out when arrows have them all. */
export function readMealyData(value: unknown): Result<MealyMachine> {
  if (!isMealyData(value) || value['mealy'] !== version) {
    return { ok: false, problems: [createProblem('mealy-not-json', [])] };
  }
  const problems = new ProblemList();
  const object = readObject(value, [], keys, problems);
  const { states: mostStates, letters: mostLetters, arrows: mostArrows, cells } = automatonLimits;
  const states = readNames(object['states'], ['states'], mostStates, problems);
  const numberOf = new Map(states.map((name, index) => [name, index]));
  const find = (name: unknown, path: Path) => {
    const state = typeof name === 'string' ? numberOf.get(name) : undefined;
    if (state === undefined) problems.wrong('automaton-unknown-state', path, name);
    return state ?? 0;
  };
  const initial = find(object['initial'], ['initial']);
  const letters = new NameNumbers(readNames(object['letters'] ?? [], ['letters'], mostLetters, problems));
  const outputs = new NameNumbers(readNames(object['outputs'] ?? [], ['outputs'], mostLetters, problems));
  const arrows = readList(object['arrows'], ['arrows'], mostArrows, problems).flatMap((arrow, index) => {
    const path = ['arrows', index];
    const parts = Array.isArray(arrow) && arrow.length === 4 ? arrow : null;
    if (parts === null) {
      problems.wrong('mealy-arrow', path, arrow);
      return [];
    }
    const [from, letter, output, to] = parts;
    const bounds = { min: 1, max: automatonLimits.nameLength };
    return {
      index,
      from: find(from, [...path, 0]),
      letter: letters.of(readText(letter, [...path, 1], bounds, problems)),
      output: outputs.of(readText(output, [...path, 2], bounds, problems)),
      to: find(to, [...path, 3]),
    };
  });
  const width = letters.names.length;
  if (states.length * width > cells || Math.max(width, outputs.names.length) > mostLetters) {
    problems.error('automaton-too-large', [], { limit: 'states × letters', max: cells });
    return { ok: false, problems: problems.list };
  }
  const table = new Int32Array(states.length * width).fill(-1);
  const answers = table.slice();
  for (const { index, from, letter, output, to } of arrows) {
    const cell = from * width + letter;
    if (table[cell] !== -1) problems.wrong('mealy-second-arrow', ['arrows', index], states[from] ?? '');
    table[cell] = to;
    answers[cell] = output;
  }
  return problems.result({ states, letters: letters.names, outputs: outputs.names, initial, table, answers });
}

/** Names by number, in the order of their appearance. */
class NameNumbers {
  readonly names: string[];
  readonly #numbers: Map<string, number>;

  constructor(names: readonly string[]) {
    this.names = [...names];
    this.#numbers = new Map(names.map((name, index) => [name, index]));
  }

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
