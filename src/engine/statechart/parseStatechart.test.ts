import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathText } from '#engine/model/createProblem';
import { compileStatechart } from './compileStatechart';
import { exportStatechart } from '#engine/model/statechart/exportStatechart';
import { parseStatechart, parseStatechartText } from './parseStatechart';
import { randomStatechart } from '#engine/model/statechart/randomStatechart';
import { statechartLimits } from '#engine/model/statechart/statechartLimits';
import { startStatechart } from './stepStatechart';

const said = (config: unknown) =>
  parseStatechart(config).problems.map(({ severity, code, path }) => `${severity} ${code} ${pathText(path)}`);

test('everything that is not carried over is said, with its place', () => {
  const config = {
    id: 'm',
    initial: 'a',
    context: () => ({}),
    version: '1',
    entry: [
      () => undefined,
      'notify',
      { type: 'sendEmail' },
      { type: 'raise', params: { type: 'X', delay: 5 } },
    ],
    states: {
      a: {
        invoke: { src: 'load' },
        tags: ['busy'],
        on: { GO: { target: 'b', actions: 'note', meta: {} }, NO: { cond: 'isLate', target: 'b' } },
        after: { timeout: 'b', 100: 'b' },
        always: [
          { guard: 'isReady', target: 'b' },
          { guard: () => true },
          { guard: { type: 'is', params: 1 } },
        ],
      },
      b: { type: 'final', output: () => 1 },
    },
  };
  expect(said(config).toSorted()).toEqual([
    'warning statechart-left-out context',
    'warning statechart-left-out entry[0]',
    'warning statechart-left-out entry[1]',
    'warning statechart-left-out entry[2]',
    'warning statechart-left-out entry[3].params',
    'warning statechart-left-out states.a.after.timeout',
    'warning statechart-left-out states.a.invoke',
    'warning statechart-left-out states.a.on.GO.actions',
    'warning statechart-left-out states.a.on.GO.meta',
    'warning statechart-left-out states.a.tags',
    'warning statechart-left-out states.b.output',
    'warning statechart-left-out version',
    'warning statechart-never states.a.always[0].guard',
    'warning statechart-never states.a.always[1].guard',
    'warning statechart-never states.a.always[2].guard',
    'warning statechart-never states.a.on.NO.cond',
  ]);
});

test('a transition whose guard is not carried over is never taken', () => {
  const parsed = parseStatechart({
    initial: 'a',
    states: { a: { always: { guard: 'isReady', target: 'b' } }, b: {} },
  });
  const tables = parsed.ok ? compileStatechart(parsed.value) : null;
  expect(tables && startStatechart(tables, { nowUs: 0 }).snapshot.states).toEqual([0, 1]);
});

test.each<[string, unknown, string]>([
  ['no object', 7, 'error must-be-object flow'],
  ['no initial state', { states: { a: {} } }, 'error missing initial'],
  ['an initial state that is not there', { initial: 'b', states: { a: {} } }, 'error not-an-option initial'],
  ['a target that is not there', { on: { A: '.x' } }, 'error statechart-target on.A'],
  [
    'a bare target from the outermost state',
    { initial: 'a', states: { a: {} }, on: { A: 'a' } },
    'error statechart-target on.A',
  ],
  [
    'an id that is taken',
    { initial: 'a', states: { a: { id: 'x' }, b: { id: 'x' } } },
    'error duplicate-id states.b.id',
  ],
  ['a key with a dot', { initial: 'a', states: { a: {}, 'b.c': {} } }, 'error statechart-key states'],
  ['states inside a final one', { type: 'final', states: { a: {} } }, 'error statechart-leaf states'],
  [
    'a guard that does not parse',
    { on: { A: { guard: 'context.n <' } } },
    'error expression-unfinished on.A.guard',
  ],
  [
    'a value that does not parse',
    { entry: { type: 'assign', params: { n: '${1 +}' } } },
    'error expression-unfinished entry.params.n',
  ],
  ['an unknown type', { type: 'region' }, 'error not-an-option type'],
  [
    'a history state that leads to one',
    { initial: 'a', states: { a: {}, h: { type: 'history', target: 'i' }, i: { type: 'history' } } },
    'error statechart-history states.h.target',
  ],
  [
    'a history state to begin with',
    { initial: 'h', states: { h: { type: 'history' } } },
    'error statechart-history initial',
  ],
])('%s is refused, with its place', (_, config, problem) => {
  expect(said(config)).toContain(problem);
  expect(parseStatechart(config).ok).toBe(false);
});

test('states, levels, transitions, actions and text end at their limits', () => {
  const { states, depth, transitions, actions, textLength } = statechartLimits;
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`s${n}`, {}]));
  const nested = (levels: number): object =>
    levels === 1 ? {} : { initial: 'a', states: { a: nested(levels - 1) } };
  expect(said({ initial: 's0', states: many(states - 1) })).toEqual([]);
  expect(said({ initial: 's0', states: many(states) })).toEqual(['error too-many states']);
  expect(said(nested(depth))).toEqual([]);
  expect(said(nested(depth + 1))).toContainEqual(expect.stringContaining('error too-deep'));
  expect(said({ on: { A: Array.from({ length: transitions + 1 }, () => ({})) } })[0]).toMatch(/too-many/);
  const log = { type: 'log', params: { message: 1 } };
  expect(said({ entry: Array.from({ length: actions }, () => log) })).toEqual([]);
  expect(said({ entry: [log], exit: Array.from({ length: actions }, () => log) })[0]).toMatch(/too-many/);
  expect(parseStatechartText(' '.repeat(textLength + 1)).problems[0]?.code).toBe('too-large');
  expect(parseStatechartText('['.repeat(100_000)).problems[0]?.code).toBe('too-deep');
  expect(parseStatechartText('{').problems[0]?.code).toBe('not-json');
});

test('whatever it is given, it answers, and only with charts that run', () => {
  const words =
    'id type initial states on always after entry target guard actions history params context output a b';
  const key = fc.constantFrom('__proto__', '100', ...words.split(' '));
  const leaf = fc.constantFrom<unknown>(
    'a',
    '.a',
    '#a',
    'final',
    'history',
    'parallel',
    'assign',
    'log',
    1,
    null,
    true,
    '${',
    '',
  );
  const { config } = fc.letrec((tie) => ({
    config: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.dictionary(key, tie('config')),
      fc.array(tie('config'), { maxLength: 3 }),
    ),
  }));
  let started = 0;
  fc.assert(
    fc.property(config, (value) => {
      const parsed = parseStatechart(value);
      if (!parsed.ok) return;
      started += 1;
      startStatechart(compileStatechart(parsed.value), { nowUs: 0 });
    }),
    { seed: 4, numRuns: 3_000 },
  );
  expect(started).toBeGreaterThan(200);
});

test('a sound chart with anything in the wrong place is refused or runs', () => {
  const junk = fc.constantFrom<unknown>(null, 7, '', 'a', '#m', '.', [], [[]], {}, { type: 'assign' }, true);
  let started = 0;
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), junk, fc.array(junk), (numbers, other, more) => {
      const dice = (n: number) => Number(numbers.next().value) % n;
      let left = dice(200);
      const text = JSON.stringify(randomStatechart(dice), (_, value: unknown) => {
        left -= 1;
        if (left === 0) return other;
        return left === -20 ? more : value;
      });
      const parsed = parseStatechartText(text);
      if (!parsed.ok) return;
      started += 1;
      startStatechart(compileStatechart(parsed.value), { nowUs: 0 });
    }),
    { seed: 4, numRuns: 500 },
  );
  expect(started).toBeGreaterThan(50);
});

test('a chart is the same after it is exported and read again', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const dice = (n: number) => Number(numbers.next().value) % n;
      const first = parseStatechart(randomStatechart(dice));
      expect(first).toMatchObject({ ok: true, problems: [] });
      if (!first.ok) return;
      const second = parseStatechart(exportStatechart(first.value));
      expect(second).toEqual({
        ...first,
        value: { ...first.value, root: { ...first.value.root, key: '(machine)' } },
      });
    }),
    { seed: 4, numRuns: 200 },
  );
});
