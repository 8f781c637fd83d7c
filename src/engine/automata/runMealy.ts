import type { Word } from './Automaton';
import type { MealyMachine } from './MealyMachine';

/** What a machine answers to a word. */
export interface MealyRun {
  /** One output per letter read. */
  readonly outputs: Word;
  /** The state in which it ends, or in which a letter was refused. */
  readonly state: number;
  /** Place of the refused letter in the word; −1 when all were read. */
  readonly refusedAt: number;
}

/** Reads a word until its end or until a letter is refused. O(length of the word + letters). */
export function runMealy(machine: MealyMachine, word: Word): MealyRun {
  const letterOf = new Map(machine.letters.map((name, index) => [name, index]));
  const outputs: string[] = [];
  let state = machine.initial;
  for (const [place, name] of word.entries()) {
    const letter = letterOf.get(name);
    const cell = state * machine.letters.length + (letter ?? 0);
    const to = letter === undefined ? -1 : (machine.table[cell] ?? -1);
    if (to === -1) return { outputs, state, refusedAt: place };
    outputs.push(machine.outputs[machine.answers[cell] ?? -1] ?? '');
    state = to;
  }
  return { outputs, state, refusedAt: -1 };
}
