import { kinds } from '#kinds/index';
import { problemMessage } from './problemMessage';
import { expect, test } from 'vitest';
import { createProblem } from './createProblem';
import { defaultsOf } from './defaultsOf';
import { distributionFields } from './distributionFields';
import { fieldApplies } from './fieldApplies';
import type { Field } from './fields';
import { freeEventTypeStyle, type EventTypeStyle } from './freeEventTypeStyle';
import { freeId } from './freeId';
import { parseDistribution } from './parseDistribution';
import { createFieldScope } from './FieldScope';
import { parseFields } from './parseFields';
import { ProblemList } from './ProblemList';
import { slugOf } from './slugOf';
import { wireFields } from './wireFields';

const tables: readonly (readonly [string, readonly Field[]])[] = [
  ...kinds.map(({ id, fields }) => [id, fields] as const),
  ...Object.entries(wireFields),
];

test.each(tables)('the defaults of %s are valid settings', (_, fields) => {
  const problems = new ProblemList();
  const defaults = defaultsOf(fields);
  expect(parseFields(fields, defaults, [], createFieldScope(problems))).toEqual(defaults);
  expect(problems.list).toEqual([]);
});

test.each(kinds.flatMap((kind) => kind.presets.map((preset) => [kind.id, preset.id, kind, preset] as const)))(
  'the preset %s/%s is made of valid settings',
  (_kind, _preset, kind, preset) => {
    const problems = new ProblemList();
    const settings = { ...defaultsOf(kind.fields), ...preset.settings };
    expect(parseFields(kind.fields, settings, [], createFieldScope(problems))).toEqual(settings);
    expect(problems.list).toEqual([]);
  },
);

test('nobody shares the defaults', () => {
  const fields: readonly Field[] = [{ id: 'a', type: 'distribution', default: { law: 'constant', mean: 1 } }];
  expect(defaultsOf(fields)['a']).not.toBe(defaultsOf(fields)['a']);
});

test.each(Object.entries(distributionFields))(
  'the law %s is valid with its default parameters',
  (law, parameters) => {
    const problems = new ProblemList();
    const given = { law, ...Object.fromEntries(parameters.map((one) => [one.id, one.default])) };
    expect(parseDistribution(given, [], problems)).toEqual(given);
    expect(problems.list).toEqual([]);
  },
);

test('a field applies when all of its conditions hold', () => {
  const field: Field = {
    id: 'a',
    type: 'boolean',
    default: false,
    when: [
      { field: 'mode', is: ['x', 'y'] },
      { field: 'on', is: [true] },
    ],
  };
  expect(fieldApplies(field, { mode: 'y', on: true })).toBe(true);
  expect(fieldApplies(field, { mode: 'y', on: false })).toBe(false);
  expect(fieldApplies(field, { on: true })).toBe(false);
  expect(fieldApplies({ id: 'a', type: 'boolean', default: false }, {})).toBe(true);
});

test('a free id is the first number that is not taken', () => {
  expect(freeId('bus', new Set())).toBe('bus-1');
  expect(freeId('bus', new Set(['bus-1', 'bus-2', 'bus-4']))).toBe('bus-3');
  expect(freeId('x'.repeat(80), new Set())).toHaveLength(58);
});

test.each([
  ['Order placed!', 'order-placed'],
  ['  Büro – Nº 7 ', 'buro-no-7'],
  ['订单', ''],
  ['x'.repeat(60), 'x'.repeat(48)],
])('the slug of %j is %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('event types take six filled looks, then the hollow ones, then start again', () => {
  const styles: EventTypeStyle[] = [];
  for (let count = 0; count < 13; count++) styles.push(freeEventTypeStyle(styles));
  expect(styles.slice(0, 6).map(({ shape, colour, outline }) => [shape, colour, outline])).toEqual([
    ['circle', 1, false],
    ['diamond', 2, false],
    ['square', 3, false],
    ['triangle', 4, false],
    ['hexagon', 5, false],
    ['star', 6, false],
  ]);
  expect(styles.slice(6, 12)).toEqual(styles.slice(0, 6).map((style) => ({ ...style, outline: true })));
  expect(styles[12]).toEqual(styles[0]);
});

test('a gap among the looks is filled first', () => {
  const worn = { shape: 'circle', colour: 1, outline: false } as const;
  expect(freeEventTypeStyle([worn, { ...worn, shape: 'square', colour: 3 }])).toMatchObject({
    shape: 'diamond',
  });
});

test('a problem shows hostile values shortened and harmless', () => {
  const problem = createProblem('unknown-kind', ['nodes', 0, 'kind'], { value: '"x"', options: 'bus' });
  const message = problemMessage(problem);
  expect(message).toBe('nodes[0].kind is "x"; the kinds of node are bus.');
});
