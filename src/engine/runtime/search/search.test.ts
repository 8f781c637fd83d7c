import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseFlowText } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Run } from '../Run';
import type { TraceEntry } from '../Trace';
import type { LogFilter } from './LogFilter';

const path = fileURLToPath(new URL('../../../../public/examples/order-flow.flow.json', import.meta.url));
const parsed = parseFlowText(readFileSync(path, 'utf8'), kinds);
if (!parsed.ok) throw new Error('The example is not a flow.');
const doc = { ...parsed.value, untilMs: 20_000 };
const run = new Run(runningKinds);
run.load(doc);
while (run.advance(10_000));
const all = run.entries({ from: 1, count: 1e6 });

const everything: LogFilter = {
  nodes: null,
  types: null,
  kinds: null,
  facts: null,
  key: '',
  events: null,
  words: [],
};
const nothing = { nodes: [], types: [], kinds: [], facts: [], key: '', event: 0 };

/** What a filter finds, asked until it has looked everywhere. */
function stepsOf(filter: LogFilter): readonly number[] {
  let found = run.find(filter, 0, 1e6);
  while (!found.isComplete) found = run.find(filter, 0, 1e6);
  return found.steps;
}

const tokensOf = ({ token, facts }: TraceEntry) => [token, ...facts.map((fact) => fact.token)];
const expected: readonly (readonly [string, Partial<LogFilter>, (entry: TraceEntry) => boolean])[] = [
  ['everything', {}, () => true],
  ['kinds', { kinds: ['finish'] }, ({ kind }) => kind === 'finish'],
  ['facts', { facts: ['worked'] }, ({ facts }) => facts.some(({ code }) => code === 'worked')],
  ['types', { types: [1] }, (entry) => tokensOf(entry).some((token) => token?.type === 1)],
  ['an event', { events: [5] }, (entry) => tokensOf(entry).some((token) => token?.number === 5)],
  [
    'a word that means one thing or another',
    { words: [{ ...nothing, kinds: ['start'], event: 7 }] },
    (entry) => entry.kind === 'start' || tokensOf(entry).some((token) => token?.number === 7),
  ],
  [
    'two parts at once',
    { kinds: ['finish'], types: [0] },
    (entry) => entry.kind === 'finish' && tokensOf(entry).some((token) => token?.type === 0),
  ],
];

test.each(expected)('a filter by %s finds those steps of the whole run, and no others', (_, part, fits) => {
  const steps = all.filter(fits).map(({ step }) => step);
  expect(steps.length).toBeGreaterThan(0);
  expect(stepsOf({ ...everything, ...part })).toEqual(steps);
});

test('a node is found where it receives and where it sends', () => {
  const node = doc.nodes.findIndex(({ kind }) => kind === 'bus');
  const own = new Set(
    doc.wires.flatMap(({ from, to }, wire) =>
      [from.node, to.node].includes(doc.nodes[node]?.id ?? '') ? [wire] : [],
    ),
  );
  const steps = all.filter((entry) => entry.node === node || own.has(entry.wire)).map(({ step }) => step);
  expect(stepsOf({ ...everything, nodes: [node] })).toEqual(steps);
});

test('entries of steps far apart are those of the log', () => {
  const steps = [3, 40, 41, all.length];
  expect(run.entriesAt(steps)).toEqual(steps.map((step) => all[step - 1]));
});

test('the effects of a step are the entries that name it as their cause', () => {
  for (const step of [1, 2, 5, 17, 100]) {
    const { steps, isComplete } = run.effects(step);
    expect(isComplete).toBe(true);
    expect(steps).toEqual(all.filter(({ cause }) => cause === step).map((entry) => entry.step));
  }
});

test('the events of a key are all that were made with it, in order', () => {
  const subjects = new Map<number, string>();
  for (const entry of all)
    for (const token of tokensOf(entry)) if (token !== null) subjects.set(token.number, token.subject);
  const key = subjects.get(3) ?? '';
  let found = run.eventsOf(key);
  while (!found.isComplete) found = run.eventsOf(key);
  const numbers = [...subjects].flatMap(([number, subject]) => (subject === key ? [number] : []));
  expect(found.numbers.filter((number) => subjects.has(number))).toEqual(numbers.toSorted((a, b) => a - b));
});
