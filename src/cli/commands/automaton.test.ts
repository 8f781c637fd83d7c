import { expect, test } from 'vitest';
import { exitCodes } from '../exitCodes';
import { MemoryIo, type MemoryWorld } from '../MemoryIo';
import { runCli } from '../runCli';

const order = `{ "automaton": 1, "states": ["new", "paid", "sent", "lost", "odd"], "letters": ["pay", "send"],
  "initial": "new", "accepting": ["sent"],
  "arrows": [["new", "pay", "paid"], ["paid", "send", "sent"], ["paid", "pay", "lost"], ["odd", "pay", "sent"]] }`;

async function call(words: readonly string[], world: MemoryWorld = {}) {
  const io = new MemoryIo({ files: { order }, ...world });
  const exitCode = await runCli(['automaton', ...words], io);
  return { exitCode, out: io.stdout, err: io.stderr };
}

test('info counts, and names what is unreachable, dead and a trap', async () => {
  expect(JSON.parse((await call(['info', 'order', '--json'])).out)).toEqual({
    states: 5,
    letters: 2,
    arrows: 4,
    deterministic: true,
    deterministicStates: 5,
    complete: false,
    minimalStates: 3,
    language: 'finite',
    shortestWord: ['pay', 'send'],
    unreachable: ['odd'],
    dead: ['lost'],
    traps: ['sent', 'lost'],
  });
  expect((await call(['info', 'order'])).out).toContain('shortestWord: pay send\n');
});

test('pattern lists the patterns, and explains one with its events', async () => {
  expect((await call(['pattern'])).out).toMatch(/^response +every a is followed by b$/m);
  expect(JSON.parse((await call(['pattern', '--json'])).out).scopes).toHaveLength(5);
  const { out } = await call(['pattern', 'atMost a=Retry n=2 scope=between q=Placed r="Paid up"']);
  expect(out.split('\n')[0]).toBe('between Placed and Paid up, Retry comes at most 2 times');
  expect(out).toContain('letters: Retry, Placed, Paid up');
  expect((await call(['accepts', 'pattern:response a=x b=y', 'x y x'])).exitCode).toBe(exitCodes.no);
  expect((await call(['convert', 'pattern:chainResponse a=x b=y among=x,y,z'])).out).toContain('"z"');
});

test.each([
  ['respond a=x', 'There is no pattern'],
  ['response a=x', 'lacks b'],
  ['response a=x b=x', 'different'],
  ['response x', 'no setting'],
  ['atMost a=x n=0', 'whole number'],
  ['response a=x b=y scope=there', 'no scope'],
])('pattern says what is wrong with %s', async (text, sentence) => {
  const { exitCode, err } = await call(['pattern', text]);
  expect(exitCode).toBe(exitCodes.input);
  expect(err).toContain(sentence);
});

test('minimise writes any format, and in JSON says what was merged', async () => {
  const { out } = await call(['minimise', 'order', '--json']);
  const { automaton, merged } = JSON.parse(out);
  expect(automaton.states).toEqual(['new', 'paid', 'sent']);
  expect(merged).toContainEqual(['odd', null]);
  expect((await call(['minimise', 'order', '--to', 'mermaid'])).out).toMatch(/^stateDiagram-v2\n/);
});

test('compare answers no with the shortest difference, and yes for equal ones', async () => {
  const { out, exitCode } = await call(['compare', 'order', 'regex:pay+ send']);
  expect(out).toBe(
    'different, first by: pay pay send\nonly the left accepts: none\nonly the right accepts: pay pay send\n',
  );
  expect(exitCode).toBe(exitCodes.no);
  expect(await call(['compare', 'order', 'regex:pay send'])).toEqual({
    out: 'equal\n',
    err: '',
    exitCode: exitCodes.good,
  });
});

test('accepts takes names between spaces or a list in JSON, and answers by its exit code', async () => {
  expect(await call(['accepts', 'order', 'pay send'])).toMatchObject({
    out: 'true\n',
    exitCode: exitCodes.good,
  });
  expect(await call(['accepts', 'order', '["pay"]'])).toMatchObject({
    out: 'false\n',
    exitCode: exitCodes.no,
  });
  expect((await call(['accepts', 'order', 'send', '--json'])).out).toBe(
    '{"accepted":false,"path":["new"],"refusedAt":0}\n',
  );
});

test('regex, product and words say what the language is', async () => {
  expect((await call(['regex', 'order'])).out).toBe('pay send\n');
  const both = await call(['product', 'regex:a* b', 'regex:a b | c', '--rule', 'union']);
  const world = { files: { both: both.out } };
  expect((await call(['words', 'both', '--most', '4'], world)).out).toBe('b\nc\na b\na a b\n… and more\n');
  expect((await call(['words', 'both', '--longest', '1'], world)).out).toBe(
    'b\nc\n… and perhaps longer ones\n',
  );
  expect((await call(['regex', 'regex:[]'])).out).toBe('[]\n');
});

test('lines are answered in their order, and one that cannot be answered stops nothing', async () => {
  const input = ['{"automaton":"a b*","word":["a","b"]}', 'nonsense', '', '{"automaton":"(","word":[]}'].join(
    '\n',
  );
  const { out, exitCode } = await call(['accepts', '--lines'], { input });
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(answers).toMatchObject([
    { accepted: true },
    { line: 2, problems: [{ code: 'bad-line' }] },
    { line: 4, problems: [{ code: 'regex-unfinished' }] },
  ]);
  expect(exitCode).toBe(exitCodes.input);
});

test.each([
  [['fly', 'order'], 'There is no task "fly"'],
  [['compare', 'order'], 'busbar automaton compare AUTOMATON AUTOMATON'],
  [['info', 'order', '--to', 'paper'], '--to is "paper"'],
  [['info', 'order', '--lines'], 'With --lines write only the task'],
])('%j is wrong usage, and is told so', async (words, sentence) => {
  const { exitCode, err } = await call(words);
  expect(exitCode).toBe(exitCodes.usage);
  expect(err).toContain(sentence);
});

test('a limit ends the command with the code of limits', async () => {
  const { exitCode, err } = await call(['minimise', 'regex:(a | b)* a (a | b){20}']);
  expect(exitCode).toBe(exitCodes.stopped);
  expect(err).toContain('automaton-too-large');
});
