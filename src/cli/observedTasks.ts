import { automatonOfObserved } from '#engine/analysis/observed/automatonOfObserved';
import { countsFrom, filterObserved, type ShownObserved } from '#engine/analysis/observed/filterObserved';
import { inferAutomaton } from '#engine/analysis/observed/inferAutomaton';
import type { Observed } from '#engine/analysis/observed/Observed';
import { asNondeterministic } from '#engine/automata/asNondeterministic';
import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { automatonData } from '#engine/model/automatonData';
import type { AutomatonAnswer } from './automatonTasks';
import type { CommandOption } from './Command';
import type { CommandArguments } from './CommandArguments';
import type { Io } from './Io';
import { duration, grouped, perCent } from './numberTexts';
import { within } from './within';
import { observedOptions, readObserved } from './readObserved';
import { textTable } from './textTable';

export const observedTaskOptions: readonly CommandOption[] = [
  ...observedOptions,
  { name: 'rare', value: 'PERCENT', help: 'hide arrows below this share of what leaves their state; else 0' },
  { name: 'tails', value: 'K', help: 'infer: how many letters must be able to follow alike; else 2' },
];

interface ObservedAnswer extends AutomatonAnswer {
  readonly automaton: NondeterministicAutomaton;
}

/** A task that looks at a recorded log or at a bus of a flow. */
interface ObservedTask {
  readonly name: string;
  answer(operand: string, bus: string | null, given: CommandArguments, io: Io): Promise<ObservedAnswer>;
}

export const observedTasks: readonly ObservedTask[] = [
  {
    name: 'observed',
    answer: async (operand, bus, given, io) =>
      describe(await readObserved(operand, bus, given, io), (given.wholeNumber('rare', 0, 100) ?? 0) / 100),
  },
  {
    name: 'infer',
    answer: async (operand, bus, given, io) => {
      const observed = await readObserved(operand, bus, given, io);
      const left = missingText(observed);
      if (left !== '') await io.errors.write(left);
      return infer(observed, given.wholeNumber('tails', 0, 1000) ?? 2);
    },
  },
];

/** What comes after what, with counts, shares and mean times. */
function describe(observed: Observed, threshold: number): ObservedAnswer {
  const shown = filterObserved(observed, threshold);
  const automaton = asNondeterministic(automatonOfObserved(observed, shown.arrows));
  const { letters, events, keys, missing } = observed;
  const rows = rowsOf(observed, shown);
  const { hiddenArrows, hiddenLetters, hiddenCount, totalCount, wholeWords, knownWords } = shown;
  const json = {
    letters,
    events,
    words: keys,
    arrows: rows,
    hidden: { arrows: hiddenArrows, letters: hiddenLetters, times: hiddenCount, ofTimes: totalCount },
    wholeWords,
    knownWords,
    missing,
    automaton: automatonData(automaton),
  };
  return { json, automaton, shown: observedText(observed, shown, rows), isYes: true };
}

/** An automaton that accepts every word that was seen, and as a rule more. */
function infer(observed: Observed, k: number): ObservedAnswer {
  const { automaton: found, nodes, classes, exactAt } = within(inferAutomaton(observed, k));
  const automaton = asNondeterministic(found);
  const { keys, missing } = observed;
  const json = { automaton: automatonData(automaton), k, words: keys, nodes, classes, exactAt, missing };
  return { json, automaton, shown: automaton, isYes: true };
}

interface ArrowRow {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
  readonly share: number;
  /** Null from the start and to the end. */
  readonly meanUs: number | null;
  readonly longestUs: number | null;
  readonly firstPlace: number;
  readonly firstKey: string;
}

function rowsOf(observed: Observed, { arrows }: ShownObserved): readonly ArrowRow[] {
  const { letters } = observed;
  const leaving = countsFrom(observed);
  return arrows
    .toSorted((one, other) => one.from - other.from || other.count - one.count)
    .map(({ from, to, count, sumUs, longestUs, place, key }) => {
      const isTimed = from > 0 && to <= letters.length;
      return {
        from: letters[from - 1] ?? null,
        to: letters[to - 1] ?? null,
        count,
        share: count / (leaving[from] ?? count),
        meanUs: isTimed ? sumUs / count : null,
        longestUs: isTimed ? longestUs : null,
        firstPlace: place,
        firstKey: key,
      };
    });
}

function observedText(observed: Observed, shown: ShownObserved, rows: readonly ArrowRow[]): string {
  const { letters, events, keys } = observed;
  const { hiddenArrows, hiddenCount, totalCount, wholeWords, knownWords } = shown;
  const table = textTable(
    [
      { title: 'From' },
      { title: 'To' },
      { title: 'Count', isNumber: true },
      { title: 'Share', isNumber: true },
      { title: 'Mean time', isNumber: true },
    ],
    rows.map(({ from, to, count, share, meanUs }) => [
      from ?? '(start)',
      to ?? '(end)',
      grouped(count),
      perCent(share),
      meanUs === null ? '' : duration(meanUs),
    ]),
  );
  const hidden =
    hiddenArrows === 0
      ? ''
      : `${hiddenArrows} of ${hiddenArrows + rows.length} arrows are hidden: ${perCent(hiddenCount / totalCount)} of all times. ` +
        `${grouped(wholeWords)} of ${grouped(knownWords)} words go along what is shown.\n`;
  const left = missingText(observed);
  const headline = `${grouped(events)} events, ${grouped(keys)} words, ${letters.length} types\n`;
  return `${headline}\n${table}${hidden === '' && left === '' ? '' : '\n'}${hidden}${left}`;
}

/** What a limit kept from being counted, a line each. */
function missingText({ missing }: Observed): string {
  return [
    missing.ofKeys > 0 ? `${grouped(missing.ofKeys)} events of further keys are not counted.\n` : '',
    missing.ofTypes > 0 ? `${grouped(missing.ofTypes)} events of further types are not counted.\n` : '',
    missing.cutWords > 0 ? `Of ${grouped(missing.cutWords)} words only the beginning is kept.\n` : '',
  ].join('');
}
