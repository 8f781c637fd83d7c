import { semanticsVersion } from '#engine/share/semanticsVersion';
import { expect, test } from 'vitest';
import { exitCodes } from '../exitCodes';
import { MemoryIo, type MemoryWorld } from '../MemoryIo';
import { runCli } from '../runCli';
import { testFlow } from '../testFlow';
import { commands } from './index';

async function call(words: readonly string[], world: MemoryWorld = {}) {
  const io = new MemoryIo({ files: { 'queue.flow.json': testFlow() }, ...world });
  const exitCode = await runCli(words, io);
  return { exitCode, io, out: io.stdout, err: io.stderr };
}

test('every command has its own name, and a help that shows every way to call it and every option', async () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  for (const { name, operands, options } of commands) {
    const { out, exitCode } = await call([name, '--help']);
    expect(exitCode).toBe(exitCodes.good);
    for (const way of operands) expect(out).toContain(`busbar ${name} ${way}`);
    for (const option of options) expect(out).toContain(`--${option.name}`);
    expect((await call(['help', name])).out).toBe(out);
  }
});

test('the help of the program names every command, and comes unasked too', async () => {
  const { out } = await call(['help']);
  for (const { name } of commands) expect(out).toMatch(new RegExp(`^ {2}${name}`, 'm'));
  expect((await call([])).out).toBe(out);
  expect((await call(['--help'])).out).toBe(out);
});

test('the version names program, format and semantics', async () => {
  expect((await call(['--version'])).out).toBe(
    `busbar 1.2.3 (flow format 1, semantics ${semanticsVersion})\n`,
  );
});

test.each([
  [['fly'], 'no command "fly"'],
  [['validate'], 'busbar validate FLOW'],
  [['validate', 'a', 'b'], 'busbar validate FLOW'],
  [['hash', 'queue.flow.json', '--colour'], "Unknown option '--colour'"],
  [['hash', 'queue.flow.json', '--seed', 'seven'], '--seed is "seven"'],
  [['hash', 'queue.flow.json', '--until', 'soon'], '--until is "soon"'],
  [['convert', 'queue.flow.json', '--to', 'paper'], '--to is "paper"'],
  [['match', 'sql', 'a', 'b'], 'no dialect "sql"'],
])('%j is wrong usage, and is told so', async (words, sentence) => {
  const { exitCode, out, err } = await call(words);
  expect(exitCode).toBe(exitCodes.usage);
  expect(out).toBe('');
  expect(err).toContain(sentence);
});

test('a file, template or link that cannot be used is an input problem, as JSON when asked for', async () => {
  const names = ['missing.flow.json', 'template:none', '#1.abc.3.0000000'];
  const results = await Promise.all(names.map((name) => call(['hash', name, '--json'])));
  const codes = results.map(({ err }) => JSON.parse(err).problems[0].code);
  expect(codes).toEqual(['unreadable-file', 'unknown-template', 'link-changed']);
  expect(results.map(({ exitCode }) => exitCode)).toEqual(names.map(() => exitCodes.input));
});

test('a reader that goes away ends a command quietly', async () => {
  const { exitCode, err } = await call(['help'], { readerLeavesAfter: 0 });
  expect([exitCode, err]).toEqual([exitCodes.good, '']);
});

test('validate says what is wrong, where, and answers no', async () => {
  const bad = testFlow({
    nodes: [{ id: 'queue', kind: 'bus', name: 'Q', x: 0, y: 0, settings: { capacity: -1 } }],
  });
  const world = { files: { bad } };
  const { exitCode, out } = await call(['validate', 'bad'], world);
  expect(exitCode).toBe(exitCodes.no);
  expect(out).toMatch(/^error out-of-range nodes\[0\]\.settings\.capacity: .*\n/);
  const json = JSON.parse((await call(['validate', 'bad', '--json'], world)).out);
  expect(json).toMatchObject({ valid: false, warnings: 0 });
  expect(json.problems[0]).toMatchObject({
    code: 'out-of-range',
    path: ['nodes', 0, 'settings', 'capacity'],
  });
  expect(json.errors).toBe(json.problems.length);
});

test('validate passes warnings, unless they shall count', async () => {
  const world = { input: testFlow({ colour: 'red' }) };
  expect(await call(['validate', '-'], world)).toMatchObject({ exitCode: exitCodes.good });
  const strict = await call(['validate', '-', '--strict'], world);
  expect(strict).toMatchObject({ exitCode: exitCodes.no });
  expect(strict.out).toContain('warning unknown-key');
});

test.each([
  ['nats', 'orders.*', 'orders.placed', true],
  ['nats', 'orders.>', 'orders', false],
  ['amqp', 'orders.#', 'orders', true],
  ['mqtt', '#', '$SYS/load', false],
  ['exact', 'a*', 'a*', true],
])('match %s %s %s answers %s', async (dialect, pattern, subject, matches) => {
  const { exitCode, out, err } = await call(['match', dialect, pattern, subject]);
  expect([exitCode, out, err]).toEqual([matches ? exitCodes.good : exitCodes.no, `${matches}\n`, '']);
});

test('match says why a pattern or a subject is none', async () => {
  const pattern = await call(['match', 'mqtt', 'a/b#', 'a/b']);
  expect(pattern).toMatchObject({ exitCode: exitCodes.no, out: 'false\n' });
  expect(pattern.err).toMatch(/^error bad-pattern: .*level of its own/);
  const subject = JSON.parse((await call(['match', 'mqtt', 'a/+', 'a/+', '--json'])).out);
  expect(subject).toMatchObject({ matches: false, problem: { code: 'bad-subject' } });
});

test('match answers lines of JSON in order, also those that ask nothing', async () => {
  const lines = ['{"dialect":"nats","pattern":"a.*","subject":"a.b"}', 'what?', '', '{"dialect":"nats"}'];
  const { exitCode, out } = await call(['match', '-'], { input: lines.join('\n') });
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(exitCode).toBe(exitCodes.input);
  expect(answers).toMatchObject([
    { dialect: 'nats', pattern: 'a.*', subject: 'a.b', matches: true },
    { line: 2, problem: { code: 'bad-line' } },
    { line: 4, problem: { code: 'bad-line' } },
  ]);
  expect(await call(['match', '-'], { input: lines[0] ?? '' })).toMatchObject({ exitCode: exitCodes.good });
});

test('a flow goes through a link and comes back as it was', async () => {
  const file = (await call(['convert', 'queue.flow.json'])).out;
  const link = (await call(['convert', 'queue.flow.json', '--to', 'link', '--base', 'https://a.b/c'])).out;
  expect(link).toMatch(/^https:\/\/a\.b\/c#1\.\S+\n$/);
  const fragment = link.slice(link.indexOf('#')).trim();
  for (const form of [link.trim(), fragment, fragment.slice(1)]) {
    expect((await call(['convert', form])).out).toBe(file);
  }
  expect((await call(['convert', '-'], { input: link })).out).toBe(file);
});

test('convert takes the format from the ending of the output', async () => {
  const { io, out } = await call(['convert', 'queue.flow.json', '-o', 'copy.flow.json']);
  expect(out).toBe('');
  expect(JSON.parse(io.written.get('copy.flow.json') ?? '')).toMatchObject({ busbar: 1, name: 'One queue' });
});

test('a recorded log becomes a flow that replays it', async () => {
  const log = 'when,what,who\n2020-01-01T00:00:00Z,Placed,7\n2020-01-01T00:00:05Z,Paid,7\n,Broken,8\n';
  const { out, err } = await call(['convert', 'log.csv', '--key', 'who'], { files: { 'log.csv': log } });
  const flow = JSON.parse(out);
  expect(flow.eventTypes.map((type: { name: string }) => type.name)).toEqual(['Placed', 'Paid']);
  expect(flow.nodes[0].settings.log.events).toEqual([
    [0, 'placed', '7'],
    [5000, 'paid', '7'],
  ]);
  expect(err).toContain('log-row-time');
  const wrong = await call(['convert', 'log.csv', '--key', 'whom'], { files: { 'log.csv': log } });
  expect(wrong).toMatchObject({ exitCode: exitCodes.usage });
  expect(wrong.err).toContain('when, what, who');
});

test('template lists what is shipped, and prints a file as it is', async () => {
  const world = { templates: { queue: testFlow({ description: 'One queue. It fills.' }) } };
  expect((await call(['template'], world)).out).toMatch(/^queue +One queue +One queue\.$/m);
  expect((await call(['template', 'queue'], world)).out).toBe(world.templates.queue);
  expect(JSON.parse((await call(['template', '--json'], world)).out)).toEqual([
    { name: 'queue', title: 'One queue', description: 'One queue. It fills.' },
  ]);
  expect((await call(['validate', 'template:queue'], world)).exitCode).toBe(exitCodes.good);
});

test('what cannot be written is an input problem', async () => {
  const io = new MemoryIo({ files: { 'queue.flow.json': testFlow() } });
  const full = Object.assign(io, { openFile: () => Promise.reject(new Error('no space left')) });
  for (const words of [
    ['convert', 'queue.flow.json', '-o', 'x.json'],
    ['run', 'queue.flow.json', '--trace', 'x.jsonl'],
  ]) {
    expect(await runCli(words, full)).toBe(exitCodes.input);
  }
  expect(io.stderr).toMatch(/^(error unwritable-file: x\.jsonl? cannot be written: .*\n){2}$/);
});

test('what cannot be read as a flow at all ends validate as it ends run, and a flow with errors does not', async () => {
  const world = { files: { 'no.json': 'no flow', 'wrong.json': '{"busbar":1,"nodes":[{"kind":"x"}]}' } };
  expect((await call(['validate', 'no.json'], world)).exitCode).toBe(exitCodes.input);
  expect((await call(['run', 'no.json'], world)).exitCode).toBe(exitCodes.input);
  expect((await call(['validate', 'wrong.json'], world)).exitCode).toBe(exitCodes.no);
});
