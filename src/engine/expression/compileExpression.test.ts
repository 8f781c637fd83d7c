import { expect, test } from 'vitest';
import { problemMessage } from '#engine/model/problemMessage';
import type { Json } from '#engine/model/Json';
import { compileCondition, compileExpression, compileText } from './compileExpression';
import { createScope, type ExpressionScope } from './ExpressionScope';

const scope: ExpressionScope = {
  type: 'OrderPlaced',
  key: 'o-17',
  data: {
    total: 120,
    name: 'Ann',
    'two words': 1,
    nothing: null,
    tags: ['new', 'big'],
    items: [
      { qty: 2, price: 9.5 },
      { qty: 1, price: 100 },
    ],
    customer: { vip: true },
  },
  attempt: 2,
  number: 316,
  time: 1500,
  source: 'shop',
  context: {},
  read: { stock: 3, list: [] },
  now: 2000,
  n: 7,
  random: 0.25,
};

function valueOf(text: string, given: ExpressionScope = scope): Json | string {
  const compiled = compileExpression(text);
  if (!compiled.ok) return `refused: ${problemMessage(compiled.problem)}`;
  const evaluated = compiled.evaluate(given);
  return evaluated.ok ? evaluated.value : `failed: ${evaluated.error}`;
}

test.each<[string, Json]>([
  ['data.total > 100', true],
  ['data.total + 1', 121],
  ['1 + 2 * 3', 7],
  ['7 / 2', 3.5],
  ['-7 % 4', -3],
  ['0.1 + 0.2', 0.1 + 0.2],
  ['0x10', 16],
  ['1e3', 1000],
  ['-data.total', -120],
  ['1 == 1.0', true],
  ['0 * -1', 0],
  ['size(data.items) / 4', 0.5],
  ['n % 2 == 1', true],
  ['"a" + "b"', 'ab'],
  ['[1] + [2]', [1, 2]],
  ['"a" < "b"', true],
  ['data.items == [{"qty": 2, "price": 9.5}, {"price": 100, "qty": 1}]', true],
  ['data.items[0] == data.items[1]', false],
  ['data.total == "120"', false],
  ['data.nothing == null', true],
  ['[1, "1", null] != [1, "1"]', true],
  ['"new" in data.tags', true],
  ['{"a": 1} in [{"a": 1}]', true],
  ['"total" in data', true],
  ['1 in data', false],
  ['!data.customer.vip', false],
  ['data["two words"]', 1],
  ['data.items[1].qty', 1],
  ['data.tags[size(data.tags) - 1]', 'big'],
  ['attempt < 3 ? "again" : "over"', 'again'],
  ['{"a": [n, key], "b": {"c": null}}', { a: [7, 'o-17'], b: { c: null } }],
  ['[]', []],
  ['{}', {}],
])('%s is computed on JSON', (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each<[string, Json]>([
  ['[type, key, attempt, n, now, random]', ['OrderPlaced', 'o-17', 2, 7, 2000, 0.25]],
  ['[event.type, event.key, event.attempt]', ['OrderPlaced', 'o-17', 2]],
  ['[event.number, event.time, event.source]', [316, 1500, 'shop']],
  ['event.data == data', true],
  ['event["key"]', 'o-17'],
  ['size(event)', 7],
  ['read.stock', 3],
  ['read[key]', 'failed: column 1: read has no "o-17"'],
  ['has(event.source)', true],
])('%s reads the scope', (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each<[string, Json]>([
  ['size("汉字🎉")', 3],
  ['"汉字🎉".size()', 3],
  ['size({"a": 1})', 1],
  ['string(1.5) + string(true) + string("x")', '1.5truex'],
  ['int(2.9) + int(-2.9) + int("7")', 7],
  ['double("1.5e1")', 15],
  ['key.startsWith("o-") && key.endsWith("7") && key.contains("-1")', true],
  ['"a🎉b".indexOf("b")', 2],
  ['"ab".indexOf("c")', -1],
  ['"aÄ".lowerAscii() + "aä".upperAscii()', 'aÄAä'],
  ['" a ".trim()', 'a'],
  ['"a🎉b".substring(1, 2) + "abc".substring(1)', '🎉bc'],
  ['"a,b".split(",") + "🎉".split("")', ['a', 'b', '🎉']],
  ['["a", "b"].join("-") + ["c"].join()', 'a-bc'],
  ['math.floor(random * 6) + 1', 2],
  ['[math.ceil(1.2), math.round(2.5), math.round(-2.5), math.trunc(-1.5)]', [2, 3, -3, -1]],
  ['[math.abs(-1), math.sign(-3), math.greatest(1, 3, 2), math.least([2, 1])]', [1, -1, 3, 1]],
])('%s calls functions', (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each<[string, Json]>([
  ['data.items.exists(i, i.qty > 1)', true],
  ['data.items.all(i, i.qty > 1)', false],
  ['[].all(i, false)', true],
  ['data.items.exists_one(i, i.price > 50)', true],
  ['data.items.filter(i, i.qty == 1).map(i, i.price)', [100]],
  ['data.items.map(i, i.qty * i.price)', [19, 100]],
  ['data.items.map(i, i.qty > 1, i.price)', [9.5]],
  ['data.customer.map(name, name)', ['vip']],
  [
    '[1, 2].map(x, [3, 4].map(y, x * y))',
    [
      [3, 4],
      [6, 8],
    ],
  ],
  ['[1, 2].map(x, [x].map(x, x + 10))', [[11], [12]]],
  ['[[1, 2], [3]].filter(x, x.exists(y, y == 3))', [[3]]],
  ['[1, 2].map(key, key)', [1, 2]],
  ['["", 5].exists(x, x > 4)', true],
  ['[3, ""].all(x, x > 4)', false],
])('%s goes through lists', (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each<[string, Json]>([
  ['has(data.total)', true],
  ['has(data.missing)', false],
  ['has(data.missing.deeper)', false],
  ['has(data.total.deeper)', false],
  ['has(data.customer.vip)', true],
  ['has(data.x) && data.x > 1', false],
  ['data.x > 1 && has(data.x)', false],
  ['data.x > 1 || data.total > 1', true],
  ['has(data.x) ? data.x : 0', 0],
])('%s asks before it reads', (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each([
  ['data.x', 'column 6: data has no "x"'],
  ['1 + data.customer.x', 'column 19: data.customer has no "x"'],
  ['data.total.x', 'column 12: data.total is a number, which has no "x"'],
  ['data.x > 1 || data.total', 'column 6: data has no "x"'],
  ['data.items[2]', 'column 1: data.items has 2 entries and none at 2; the first is at 0'],
  ['data.items[-1]', 'column 1: data.items has 2 entries and none at -1; the first is at 0'],
  ['data.items[0.5]', 'column 1: data.items has 2 entries and none at 0.5; the first is at 0'],
  ['data.items[true]', 'column 1: an index must be a number, not a boolean'],
  ['data[0]', 'column 1: data is an object, which has no entry by a number'],
  ['1 + "a"', 'column 1: "+" needs two numbers, two texts or two lists, not a number and a text'],
  ['2 * null', 'column 1: "*" needs two numbers, not a number and null'],
  ['1 < "a"', 'column 1: "<" needs two numbers or two texts, not a number and a text'],
  ['n / 0', 'column 1: division by zero'],
  ['n % 0', 'column 1: division by zero'],
  ['1e308 * 10', 'column 1: the number becomes too large'],
  ['true && n', 'column 9: n must be true or false, not a number'],
  ['n ? 1 : 2', 'column 1: n must be true or false, not a number'],
  ['!key', 'column 2: key must be true or false, not a text'],
  ['-key', 'column 1: "-" needs a number, not a text'],
  ['1 in 2', 'column 1: "in" needs a list or an object on its right, not a number'],
  ['{1: 2}', 'column 2: a key must be a text, not a number'],
  ['{"__proto__": 2}', 'column 2: "__proto__" is not allowed as a key'],
  ['n.size()', 'column 3: this needs a text, a list or an object, not a number'],
  ['key.startsWith(1)', 'column 5: this needs a text, not a number'],
  ['int("x")', 'column 1: this text is not a number'],
  ['"abc".substring(2, 1)', 'column 7: substring needs whole numbers from 0 to 3, in order'],
  ['[1].join()', 'column 5: this needs texts in the list, not a number'],
  ['math.greatest([])', 'column 6: this needs at least one number'],
  ['n.map(x, x)', 'column 1: n must be a list or an object, not a number'],
  ['data.items.all(i, i.x)', 'column 21: i has no "x"'],
  ['data.items.filter(i, i.qty)', 'column 22: i.qty must be true or false, not a number'],
])('%s fails, and says where', (text, error) => {
  expect(valueOf(text)).toBe(`failed: ${error}`);
});

test.each<[string, string, number, number]>([
  ['', 'expression-unfinished', 0, 0],
  ['  ', 'expression-unfinished', 0, 2],
  ['1 +', 'expression-unfinished', 3, 3],
  ['(1', 'expression-unfinished', 2, 2],
  ['n ? 1', 'expression-unfinished', 5, 5],
  ['1 + )', 'expression-unexpected', 4, 5],
  ['1 2', 'expression-unexpected', 2, 3],
  ['a = 1', 'expression-equals', 2, 3],
  ['data.a="x"', 'expression-equals', 6, 7],
  ['a === 1', 'expression-unexpected', 4, 5],
  ['n + 1u', 'expression-unexpected', 4, 6],
  ['b"x"', 'expression-unexpected', 0, 4],
  ['data.?x', 'expression-unexpected', 5, 6],
  ['[1].map(1, 2)', 'expression-unexpected', 8, 9],
  ['has(data)', 'expression-unexpected', 4, 8],
  ['while', 'expression-unexpected', 0, 5],
  ['"abc', 'expression-text', 0, 4],
  ['"\\q"', 'expression-text', 1, 3],
  ['1 + foo', 'expression-name', 4, 7],
  ['event.foo', 'expression-name', 6, 9],
  ['[1].map(x, y)', 'expression-name', 11, 12],
  ['[1].map(x, x) == x', 'expression-name', 17, 18],
  ['foo(1)', 'expression-function', 0, 6],
  ['timestamp("2020-01-01T00:00:00Z")', 'expression-function', 0, 33],
  ['key.matches("a*")', 'expression-function', 4, 17],
  ['math.sin(1)', 'expression-function', 5, 11],
  ['cel.bind(x, 1, x)', 'expression-function', 4, 17],
  ['size()', 'expression-arguments', 0, 6],
  ['key.startsWith()', 'expression-arguments', 4, 16],
  ['[1].map(x)', 'expression-arguments', 4, 10],
  ['[1].filter(x, true, x)', 'expression-arguments', 4, 22],
  ['1 + '.repeat(251), 'expression-too-long', 1003, 1004],
  ['('.repeat(100) + '1' + ')'.repeat(100), 'expression-too-large', 60, 60],
])('%s is refused as %s at its place', (text, code, from, to) => {
  const compiled = compileExpression(text);
  expect(compiled).toMatchObject({ ok: false, problem: { code, from, to, values: { column: from + 1 } } });
});

test.each([
  'timestamp("2020-01-01T00:00:00Z")',
  'duration("1s")',
  'bytes("a")',
  'uint(1)',
  'bool("t")',
  'type(1)',
  'dyn(1)',
  '"a".matches("(a*)*b")',
  'data.getFullYear()',
  'data.getHours("Asia/Tokyo")',
  'data.json()',
  'data.hex()',
  'optional.of(1)',
  'data.orValue(1)',
  'data.toString()',
  'data.constructor()',
  'data.__proto__()',
  'eval("1")',
])('%s, which would bring in time zones, backtracking or the machine, does not exist', (text) => {
  expect(valueOf(text)).toMatch(/^refused: /);
});

test.each(['constructor', 'toString', '__proto__', 'globalThis', 'undefined', 'Infinity', 'NaN'])(
  '%s is no name, and no field that was not given',
  (name) => {
    expect(valueOf(name)).toMatch(/^refused: /);
    expect(valueOf(`data["${name}"]`)).toBe(`failed: column 1: data has no "${name}"`);
    expect(valueOf(`has(data.${name === '__proto__' ? 'x' : name})`)).toBe(false);
    expect(valueOf(`"${name}" in data`)).toBe(false);
  },
);

test('only an expression that says random uses it', () => {
  const usesRandom = (text: string) => {
    const compiled = compileExpression(text);
    return compiled.ok && compiled.usesRandom;
  };
  expect(['random < 0.5', '[1].map(x, random)', 'n', '"random"', 'data.random'].map(usesRandom)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a condition gives true or false, and a text is written out', () => {
  const condition = (text: string) => {
    const compiled = compileCondition(text);
    return compiled.ok && compiled.evaluate(scope);
  };
  const written = (text: string) => {
    const compiled = compileText(text);
    return compiled.ok && compiled.evaluate(scope);
  };
  expect(condition('n > 1')).toEqual({ ok: true, value: true });
  expect(condition('n')).toEqual({
    ok: false,
    error: 'column 1: a condition must give true or false, not a number',
  });
  expect(written('n')).toEqual({ ok: true, value: '7' });
  expect(written('data')).toEqual({ ok: false, error: 'column 1: this must give a text, not an object' });
});

test('results are frozen and their own, and data of the event is passed on as it is', () => {
  const stock = [1];
  const given = { ...createScope(), data: Object.freeze([1]), read: { stock } };
  expect(valueOf('data', given)).toBe(given.data);
  const read = valueOf('read.stock', given);
  expect(read).toEqual([1]);
  expect(read).not.toBe(stock);
  expect(Object.isFrozen(read)).toBe(true);
  expect(Object.isFrozen(stock)).toBe(false);
});
