import { asDeterministic } from '#engine/automata/asDeterministic';
import { asNondeterministic } from '#engine/automata/asNondeterministic';
import type { Automaton } from '#engine/automata/Automaton';
import { compileRegex } from '#engine/automata/compileRegex';
import { minimise } from '#engine/automata/minimise';
import type { MealyMachine } from '#engine/automata/MealyMachine';
import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { parseRegex } from '#engine/automata/parseRegex';
import { automatonFormats } from '#engine/interop/automatonFormats';
import { looksLikeMealy, readMealyJson } from '#engine/interop/mealyJson';
import { createProblem, valueText } from '#engine/model/createProblem';
import type { Result } from '#engine/model/Problem';
import { CliFailure } from './CliFailure';
import { exitCodes } from './exitCodes';
import type { Io } from './Io';
import { printProblems } from './printProblems';
import { readPattern } from './readPattern';
import { readText } from './readFlow';
import { within } from './within';

/**
 * The automaton or Mealy machine that an operand names: a path, `-` for standard input, or `regex:` and an expression, or
 * `pattern:` and a pattern with its events.
 * The format is the one given, else what the text looks like, else by the ending of the name.
 */
export async function readAutomaton(
  operand: string,
  io: Io,
  from: string | null,
): Promise<NondeterministicAutomaton | MealyMachine> {
  const expression = /^regex:(.*)$/s.exec(operand)?.[1];
  if (expression !== undefined) return automatonOfRegex(expression);
  const pattern = /^pattern:(.*)$/s.exec(operand)?.[1];
  if (pattern !== undefined) return readPattern(pattern).automaton;
  const text = await readText(operand, io);
  if ((from ?? 'json') === 'json' && looksLikeMealy(text)) return sound(readMealyJson(text), io);
  const format =
    automatonFormats.find(({ id }) => id === from) ??
    automatonFormats.find((one) => one.recognises(text)) ??
    automatonFormats.find(({ endings }) => endings.some((ending) => operand.endsWith(ending))) ??
    automatonFormats[0];
  if (format === undefined) throw new CliFailure(exitCodes.input, []);
  return sound(format.read(text), io);
}

async function sound<T>(result: Result<T>, io: Io): Promise<T> {
  if (!result.ok) throw new CliFailure(exitCodes.input, result.problems);
  await printProblems(result.problems, false, io.errors);
  return result.value;
}

/** Machines have outputs. */
export function isMachine(one: NondeterministicAutomaton | MealyMachine): one is MealyMachine {
  return 'outputs' in one;
}

/** The minimal automaton of an expression, with its own letters only. */
export function automatonOfRegex(text: string): NondeterministicAutomaton {
  const tree = parseRegex(text);
  if (tree.ok) {
    const { automaton } = minimise(tableOf(within(compileRegex(tree.value))));
    return asNondeterministic({ ...automaton, states: automaton.states.map((_, state) => `q${state}`) });
  }
  const values = { column: tree.at + 1, value: valueText(tree.found) };
  throw new CliFailure(exitCodes.input, [createProblem(`regex-${tree.reason}`, [], values)]);
}

/** As a table, by the subset construction where it must be. */
export function tableOf(source: NondeterministicAutomaton): Automaton {
  return within(asDeterministic(source));
}
