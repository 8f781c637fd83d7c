import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check, type CheckAnswer } from './Check';
import { checkedWorld } from './checkedWorld';
import { usualSettings, type CheckSettings } from './settings';
import { documentOf, type World } from './smallWorlds';

function check(
  world: World,
  property: string,
  given: Readonly<Record<string, string>> = {},
  settings: Partial<CheckSettings> = {},
): CheckAnswer {
  const answer = checkedWorld(world, runningKinds, [property, given], settings);
  expect(answer.counterexample?.notPossible ?? null).toBeNull();
  return answer;
}

/** The verdict with and without reduction, which is the same. */
function verdict(...asked: Parameters<typeof check>): string {
  const [world, property, given, settings] = asked;
  const [reduced, full] = [true, false].map((isReduced) => {
    const { verdict: told, counterexample } = check(world, property, given, { ...settings, isReduced });
    return counterexample?.loop ? `${told} by going round` : told;
  });
  expect(reduced).toBe(full);
  return full ?? '';
}

const once = (type: string, more = {}) => ['publisher', { mix: [{ type }], count: 1, ...more }] as const;

/** Each event is put on the bus again when it was worked, for ever. */
const carousel = (bus = {}, handler = {}): World => ({
  types: ['High', 'Low', 'Done'],
  nodes: {
    urgent: once('High'),
    patient: once('Low'),
    bus: ['bus', { groups: 'one', ...bus }],
    worker: [
      'handler',
      {
        actions: [
          { do: 'emit', type: 'High', condition: 'type == "High"' },
          { do: 'emit', type: 'Done', condition: 'type == "Low"' },
        ],
        ...handler,
      },
    ],
    done: ['bus', {}],
  },
  wires: [
    'urgent bus',
    'patient bus',
    ['bus worker', { patterns: ['High', 'Low'] }],
    ['worker bus', { patterns: ['High'] }],
    ['worker done', { patterns: ['Done'] }],
  ],
});

test('who has a low priority starves behind work that never ends, and does not where first come is first served', () => {
  const priority = {
    order: 'priority',
    priorities: [
      { type: 'High', priority: 2 },
      { type: 'Low', priority: 1 },
    ],
  };
  const given = { a: 'Low', b: 'Done' };
  expect(verdict(carousel(priority), 'response', given)).toBe('violated by going round');
  expect(verdict(carousel(), 'response', given)).toBe('holds');
});

test('the run that goes round for ever is a way there and the same steps again and again', () => {
  const { counterexample } = check(carousel(), 'eventually', { p: 'waiting.bus > 1' });
  const { loop = null, steps = [] } = counterexample ?? {};
  expect(loop).not.toBeNull();
  const { from, length } = loop ?? { from: 0, length: 0 };
  expect(steps.length).toBe(from - 1 + 2 * length);
  const told = steps.map(({ node, kind, name }) => `${node} ${kind} ${name}`);
  expect(told.slice(from - 1, from - 1 + length)).toEqual(told.slice(from - 1 + length));
});

test('chance is fair: who tries again and again succeeds at last, and who never can does not', () => {
  const world = (failure: number): World => ({
    types: ['A'],
    nodes: {
      source: once('A'),
      bus: ['bus', { groups: 'one' }],
      worker: [
        'handler',
        { failureProbability: failure, actions: [{ do: 'emit', type: 'A', on: 'failed' }] },
      ],
    },
    wires: ['source bus', 'bus worker', 'worker bus'],
  });
  expect(verdict(world(0.5), 'existence', { a: 'A', when: 'worked' })).toBe('holds');
  expect(verdict(world(1), 'existence', { a: 'A', when: 'worked' })).toBe('violated by going round');
});

test('a condition must be given throughout, at some time, at the end, or after another one', () => {
  const world: World = {
    types: ['A'],
    nodes: {
      source: ['publisher', { mix: [{ type: 'A' }], count: 2, call: 'fireAndForget' }],
      bus: ['bus', { groups: 'one', capacity: 1, overflow: 'block' }],
      worker: [
        'handler',
        { actions: [{ do: 'write', operation: 'increment', key: 'fixed', fixedKey: 'n' }] },
      ],
      table: ['store', { initial: [{ key: 'n', value: 0 }] }],
    },
    wires: ['source bus', 'bus worker', 'worker.store table'],
  };
  const verdictOf = (property: string, p: string, q?: string) =>
    verdict(world, property, q === undefined ? { p } : { p, q });
  expect(verdictOf('always', 'store.table.n <= 2')).toBe('holds');
  expect(verdictOf('always', 'store.table.n <= 1')).toBe('violated');
  expect(verdictOf('never', 'working.worker > 1')).toBe('holds');
  expect(verdictOf('never', 'state.bus == "full"')).toBe('violated');
  expect(verdictOf('never', 'state.source == "idle"')).toBe('violated');
  expect(verdictOf('at-the-end', 'store.table.n == 2')).toBe('holds');
  expect(verdictOf('at-the-end', 'store.table.n == 1')).toBe('violated');
  expect(verdictOf('eventually', 'store.table.n == 1')).toBe('holds');
  expect(verdictOf('eventually', 'state.bus == "full"')).toBe('violated');
  expect(verdictOf('leads-to', 'waiting.bus == 1', 'store.table.n == 2')).toBe('holds');
  expect(verdictOf('leads-to', 'store.table.n == 2', 'working.worker == 1')).toBe('violated');
  expect(verdict(world, 'same-end')).toBe('holds');
});

test('a condition without a value is not given, and that is said; a node that is not there is refused', () => {
  const world: World = {
    types: ['A'],
    nodes: { source: once('A'), bus: ['bus', {}], worker: ['handler', {}], table: ['store', {}] },
    wires: ['source bus', 'bus worker', 'worker.store table'],
  };
  const answer = check(world, 'never', { p: 'store.table.n > 2' });
  expect(answer.verdict).toBe('holds');
  expect(answer.assumptions).toMatchObject([{ id: 'value', words: [expect.stringContaining('"n"')] }]);
  const parsed = parseFlow(documentOf(world), kinds);
  if (!parsed.ok) throw new Error('This flow is sound.');
  const codeOf = (p: string) => {
    const made = Check.of(parsed.value, runningKinds, { property: 'never', arguments: { p } }, usualSettings);
    return 'problem' in made ? made.problem.code : '';
  };
  expect(codeOf('')).toBe('explore-empty');
  expect(codeOf('waiting.nobody > 1')).toBe('explore-node');
  expect(codeOf('data.total > 1')).toBe('expression-name');
  expect(codeOf('waiting.bus >')).toBe('expression-unfinished');
});

test('a run that ends is an end though something might still crash', () => {
  const world: World = {
    types: ['A'],
    nodes: { source: once('A'), bus: ['bus', {}] },
    wires: ['source bus'],
  };
  const crashes = { faults: { crashes: 1, losses: 0, duplicates: 0 } };
  expect(check(world, 'existence', { a: 'A', when: 'worked' }, crashes).verdict).toBe('violated');
  expect(check(world, 'existence', { a: 'A', when: 'worked' }, crashes).counterexample?.steps.length).toBe(
    check(world, 'existence', { a: 'A', when: 'worked' }).counterexample?.steps.length,
  );
});
