import { expect, test } from 'vitest';
import { exitCodes } from '../exitCodes';
import { MemoryIo, type MemoryWorld } from '../MemoryIo';
import { runCli } from '../runCli';

const log = `case,activity,timestamp
1,placed,2026-01-01T00:00:00Z
2,placed,2026-01-01T00:00:01Z
1,paid,2026-01-01T00:01:00Z
1,shipped,2026-01-01T03:01:00Z
2,shipped,2026-01-01T04:00:00Z
3,placed,2026-01-01T05:00:00Z
3,paid,2026-01-01T05:03:00Z
3,shipped,2026-01-01T06:03:00Z
`;
const flow = JSON.stringify({
  busbar: 1,
  name: 'Two buses',
  seed: 3,
  untilMs: 0,
  eventTypes: [{ id: 'Placed' }, { id: 'Shipped' }],
  nodes: [
    {
      id: 'shop',
      kind: 'publisher',
      x: 0,
      y: 0,
      settings: {
        generation: 'script',
        script: ['Placed', 'Shipped', 'Placed'].map((type, at) => ({ atMs: at * 1000, type, key: 'a' })),
      },
    },
    { id: 'orders', kind: 'bus', name: 'Orders', x: 300, y: 0 },
    { id: 'other', kind: 'bus', name: 'Other', x: 300, y: 200 },
  ],
  wires: [{ id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } }],
});

async function call(words: readonly string[], world: MemoryWorld = {}) {
  const io = new MemoryIo({ files: { 'log.csv': log, 'two.flow.json': flow }, ...world });
  const exitCode = await runCli(['automaton', ...words], io);
  return { exitCode, out: io.stdout, err: io.stderr };
}

test('observed prints what comes after what in a log, per key', async () => {
  expect((await call(['observed', 'log.csv'])).out).toBe(
    `8 events, 3 words, 3 types

From     To       Count    Share  Mean time
(start)  placed       3  100.0 %
placed   paid         2   66.7 %       2 min
placed   shipped      1   33.3 %          4 h
paid     shipped      2  100.0 %          2 h
shipped  (end)        3  100.0 %
`.replaceAll(/ +(2 min|4 h|2 h)\n/g, (_, time: string) => `${time.padStart(11)}\n`),
  );
});

test('observed hides rare arrows on request and says how much', async () => {
  const { out } = await call(['observed', 'log.csv', '--rare', '40']);
  expect(out).not.toContain('33.3 %');
  expect(out).toContain(
    '1 of 5 arrows are hidden: 9.1 % of all times. 2 of 3 words go along what is shown.\n',
  );
});

test('observed looks at one word for all keys, in JSON with where to look', async () => {
  const { letters, events, words, arrows } = JSON.parse(
    (await call(['observed', 'log.csv', '--whole', '--json'])).out,
  );
  expect({ letters, events, words }).toEqual({ letters: ['placed', 'paid', 'shipped'], events: 8, words: 1 });
  expect(arrows).toContainEqual({
    from: 'shipped',
    to: 'placed',
    count: 1,
    share: 1 / 3,
    meanUs: 3_600_000_000,
    longestUs: 3_600_000_000,
    firstPlace: 7,
    firstKey: '3',
  });
});

test('observed runs a flow and watches the bus that is named, by id or name, or the only one', async () => {
  const { out } = await call(['observed', 'two.flow.json', 'Orders', '--json']);
  expect(JSON.parse(out)).toMatchObject({ letters: ['Placed', 'Shipped'], events: 3, words: 1 });
  expect(await call(['observed', '-', 'orders', '--json'], { input: flow })).toMatchObject({ out });
  expect(await call(['observed', 'two.flow.json'])).toMatchObject({
    exitCode: exitCodes.input,
    err: expect.stringContaining('Say which bus to watch: orders (Orders), other (Other).'),
  });
  expect(await call(['observed', 'two.flow.json', 'orders', '--order', 'sometime'])).toMatchObject({
    exitCode: exitCodes.usage,
  });
});

test('infer accepts what was seen, and with enough tails nothing else', async () => {
  const { out } = await call(['infer', 'log.csv', '--tails', '1']);
  expect(await call(['accepts', '-', 'placed paid shipped'], { input: out })).toMatchObject({
    out: 'true\n',
  });
  const exact = await call(['infer', '-', '--tails', '9', '--json'], { input: log });
  expect(JSON.parse(exact.out)).toMatchObject({ k: 9, words: 3, nodes: 5, exactAt: 1 });
});

test('a log is compared in place with what was declared, by its arrows or by what is inferred', async () => {
  const answer =
    'different, first by: placed shipped\nonly the left accepts: placed shipped\nonly the right accepts: none\n';
  for (const source of ['observed:log.csv', 'infer:log.csv']) {
    expect(await call(['compare', source, 'regex:placed paid shipped'])).toEqual({
      out: answer,
      err: '',
      exitCode: exitCodes.no,
    });
  }
  const equal = await call(['compare', 'observed:log.csv', 'infer:log.csv']);
  expect(equal).toMatchObject({ out: 'equal\n', exitCode: exitCodes.good });
});

test('an observed automaton is written in the formats of automata', async () => {
  expect((await call(['observed', 'log.csv', '--to', 'mermaid'])).out).toMatch(/^stateDiagram-v2\n/);
  expect(JSON.parse((await call(['observed', 'log.csv', '--to', 'json'])).out).accepting).toEqual([
    'shipped',
  ]);
});

test('an empty log ends with the code of inputs', async () => {
  expect(await call(['observed', '-'], { input: 'case,activity,timestamp\n' })).toMatchObject({
    exitCode: exitCodes.input,
  });
});

test('what a limit cuts off is said, with the counts and beside what is inferred', async () => {
  const long = `event,time\n${Array.from({ length: 1_200 }, (_, at) => `tick,${1_767_225_600 + at}\n`).join('')}`;
  const files = { 'long.csv': long };
  const sentence = 'Of 1 words only the beginning is kept.\n';
  expect((await call(['observed', 'long.csv', '--whole'], { files })).out).toContain(sentence);
  expect((await call(['infer', 'long.csv', '--whole'], { files })).err).toBe(sentence);
});
