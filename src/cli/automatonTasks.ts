import { asNondeterministic } from '#engine/automata/asNondeterministic';
import { isDeterministic } from '#engine/automata/asDeterministic';
import type { Word } from '#engine/automata/Automaton';
import { compareLanguages } from '#engine/automata/compareLanguages';
import { isComplete } from '#engine/automata/complete';
import { enumerateWords, type WordBounds } from '#engine/automata/enumerateWords';
import { languageSize } from '#engine/automata/languageSize';
import { liveStates } from '#engine/automata/liveStates';
import { minimise } from '#engine/automata/minimise';
import type { MealyMachine } from '#engine/automata/MealyMachine';
import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { product } from '#engine/automata/product';
import { reachableStates } from '#engine/automata/reachableStates';
import { regexOf } from '#engine/automata/regexOf';
import { runWord } from '#engine/automata/runWord';
import type { SetRule } from '#engine/automata/setRules';
import { shortestWord } from '#engine/automata/shortestWord';
import { trapStates } from '#engine/automata/trapStates';
import { automatonData } from '#engine/model/automatonData';
import { compareMachines, runMachine, shrinkMachine, writeMachine, type MachineQuestion } from './mealyTasks';
import { tableOf } from './readAutomaton';
import { within } from './within';
import { wordText } from './wordText';

/** What is asked about one or two automata. */
export interface AutomatonQuestion {
  readonly automaton: NondeterministicAutomaton;
  /** The same one where only one is asked about. */
  readonly other: NondeterministicAutomaton;
  readonly word: Word;
  readonly rule: SetRule;
  readonly bounds: WordBounds;
}

export interface AutomatonAnswer {
  readonly json: object;
  /** For people; an automaton is written in the format that is asked for. */
  readonly shown: string | NondeterministicAutomaton | MealyMachine;
  /** What `--to` writes, where something else is shown without it. */
  readonly automaton?: NondeterministicAutomaton;
  /** The answer to a question of yes or no; true where there is none. */
  readonly isYes: boolean;
}

export interface AutomatonTask {
  readonly name: string;
  /** What stands behind it: automata, and then perhaps a word. */
  readonly operands: readonly ('AUTOMATON' | 'MACHINE' | 'WORD')[];
  /** About automata; absent for what only makes sense for Mealy machines. */
  readonly answer?: (question: AutomatonQuestion) => AutomatonAnswer;
  /** About Mealy machines; absent for what makes no sense for them. */
  readonly ofMachine?: (question: MachineQuestion) => AutomatonAnswer;
}

export const automatonTasks: readonly AutomatonTask[] = [
  { name: 'info', operands: ['AUTOMATON'], answer: describe },
  { name: 'minimise', operands: ['AUTOMATON'], answer: shrink, ofMachine: shrinkMachine },
  { name: 'compare', operands: ['AUTOMATON', 'AUTOMATON'], answer: compare, ofMachine: compareMachines },
  { name: 'accepts', operands: ['AUTOMATON', 'WORD'], answer: accept },
  { name: 'regex', operands: ['AUTOMATON'], answer: express },
  { name: 'product', operands: ['AUTOMATON', 'AUTOMATON'], answer: combine },
  { name: 'words', operands: ['AUTOMATON'], answer: list },
  {
    name: 'convert',
    operands: ['AUTOMATON'],
    answer: ({ automaton }) => written(automaton, {}),
    ofMachine: writeMachine,
  },
  { name: 'run', operands: ['MACHINE', 'WORD'], ofMachine: runMachine },
];

/** Most names that are told in a line for people; in JSON there are all. */
const mostNames = 20;

function describe({ automaton: source }: AutomatonQuestion): AutomatonAnswer {
  const automaton = tableOf(source);
  const namesOf = (states: Iterable<number>) => Array.from(states, (state) => automaton.states[state] ?? '');
  const reached = new Set(reachableStates(automaton));
  const isLive = liveStates(automaton);
  const numbers = [...automaton.states.keys()];
  const json = {
    states: source.states.length,
    letters: source.letters.length,
    arrows: source.arrows.length,
    deterministic: isDeterministic(source),
    deterministicStates: automaton.states.length,
    complete: isComplete(automaton),
    minimalStates: minimise(automaton).automaton.states.length,
    language: languageSize(automaton),
    shortestWord: shortestWord(automaton),
    unreachable: namesOf(numbers.filter((state) => !reached.has(state))),
    dead: namesOf(numbers.filter((state) => isLive[state] === 0)),
    traps: namesOf(trapStates(automaton)),
  };
  const lines = Object.entries(json).map(([name, value]) => `${name}: ${valueOf(value)}\n`);
  return { json, shown: lines.join(''), isYes: true };
}

function valueOf(value: string | number | boolean | null | readonly string[]): string {
  if (value === null) return 'none';
  if (typeof value !== 'object') return String(value);
  const more = value.length - mostNames;
  const names = wordText(value.slice(0, mostNames));
  return more > 0 ? `${names} … and ${more} more` : names;
}

function shrink({ automaton: source }: AutomatonQuestion): AutomatonAnswer {
  const automaton = tableOf(source);
  const { automaton: small, mergedInto } = minimise(automaton);
  const merged = automaton.states.map((name, state) => [name, small.states[mergedInto[state] ?? -1] ?? null]);
  return written(asNondeterministic(small), { merged });
}

function combine({ automaton, other, rule }: AutomatonQuestion): AutomatonAnswer {
  return written(asNondeterministic(within(product(tableOf(automaton), tableOf(other), rule))), {});
}

function compare(question: AutomatonQuestion): AutomatonAnswer {
  const [left, right] = [tableOf(question.automaton), tableOf(question.other)];
  const comparison = compareLanguages(left, right);
  if (comparison === null) return { json: { equal: true }, shown: 'equal\n', isYes: true };
  const { difference } = comparison;
  const onlyLeft = within(comparison.onlyLeft);
  const onlyRight = within(comparison.onlyRight);
  const shown = `different, first by: ${wordText(difference.word)}
only the left accepts: ${onlyLeft === null ? 'none' : wordText(onlyLeft)}
only the right accepts: ${onlyRight === null ? 'none' : wordText(onlyRight)}
`;
  return { json: { equal: false, ...difference, onlyLeft, onlyRight }, shown, isYes: false };
}

function accept({ automaton: source, word }: AutomatonQuestion): AutomatonAnswer {
  const automaton = tableOf(source);
  const { path, refusedAt, isAccepted } = runWord(automaton, word);
  const states = path.map((state) => automaton.states[state] ?? '');
  return {
    json: { accepted: isAccepted, path: states, refusedAt: refusedAt === -1 ? null : refusedAt },
    shown: `${isAccepted}\n`,
    isYes: isAccepted,
  };
}

function express({ automaton }: AutomatonQuestion): AutomatonAnswer {
  const regex = within(regexOf(tableOf(automaton)));
  return { json: { regex }, shown: `${regex}\n`, isYes: true };
}

const ends = { all: '', count: '… and more\n', length: '… and perhaps longer ones\n' } as const;

function list({ automaton, bounds }: AutomatonQuestion): AutomatonAnswer {
  const { words, ended } = enumerateWords(tableOf(automaton), bounds);
  const shown = words.map((word) => `${wordText(word)}\n`).join('') + ends[ended];
  return { json: { words, ended }, shown, isYes: true };
}

function written(automaton: NondeterministicAutomaton, more: object): AutomatonAnswer {
  return { json: { automaton: automatonData(automaton), ...more }, shown: automaton, isYes: true };
}
