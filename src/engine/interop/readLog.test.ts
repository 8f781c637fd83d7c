import type { EventType } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cloudEventsLog } from './cloudEventsLog';
import { csvLog } from './csvLog';
import { guessColumns } from './guessColumns';
import { logFormatOf } from './index';
import type { LogReading, LogTable } from './LogTable';
import { readLog } from './readLog';

const read = (table: LogTable, existing: readonly EventType[] = []): LogReading =>
  readLog(table, guessColumns(table), 'log', existing);
const codes = ({ problems }: Pick<LogReading, 'problems'>) =>
  problems.map(({ code, values }) => [code, values['row']]);

test('a CSV log becomes events in order of time, and event types with looks of their own', () => {
  const reading = read(
    csvLog(
      'case,activity,time\n1,Order placed,2024-01-01T10:00:01Z\n2,Order placed,2024-01-01T10:00:00.5Z\n1,Paid,2024-01-01T11:00:02+01:00\n',
    ),
  );
  expect(reading.recording).toEqual({
    name: 'log',
    events: [
      [0, 'order-placed', '2'],
      [500, 'order-placed', '1'],
      [1500, 'paid', '1'],
    ],
  });
  expect(reading.newEventTypes).toEqual([
    { id: 'order-placed', name: 'Order placed', shape: 'circle', colour: 1, outline: false },
    { id: 'paid', name: 'Paid', shape: 'diamond', colour: 2, outline: false },
  ]);
  expect(reading).toMatchObject({ durationMs: 1500, keys: 2, skipped: 0, problems: [] });
});

test('event types of the document are used by name, and new ones go round their ids and looks', () => {
  const existing: EventType[] = [{ id: 'paid', name: 'Settled', shape: 'circle', colour: 1, outline: false }];
  const reading = read(csvLog('key,type,time\na,Settled,1\nb,Paid,2\nc,付款,3'), existing);
  expect(reading.recording.events.map(([, type]) => type)).toEqual(['paid', 'paid-1', 'type-1']);
  expect(reading.newEventTypes.map(({ shape }) => shape)).toEqual(['diamond', 'square']);
});

test('events of one instant keep the order of the file', () => {
  const reading = read(csvLog('key,type,time\na,x,5\nb,x,5\nc,x,5\nd,x,4'));
  expect(reading.recording.events.map(([, , key]) => key)).toEqual(['d', 'a', 'b', 'c']);
});

test('rows that cannot be read are left out and said, each with its line and reason', () => {
  const table = csvLog(
    [
      'key,type,time',
      'a,x,2024-01-01',
      'b,x,never',
      'c,,2024-01-01',
      'd,x',
      '',
      `${'k'.repeat(81)},x,2024-01-02`,
      'e,x,2024-02-30',
      'f,x,2024-01-03',
    ].join('\r\n'),
  );
  const reading = read(table);
  expect(codes(reading)).toEqual([
    ['log-row-columns', 5],
    ['log-row-time', 3],
    ['log-row-type', 4],
    ['log-row-key', 7],
    ['log-row-time', 8],
  ]);
  expect(reading.skipped).toBe(5);
  expect(reading.recording.events.map(([atMs, , key]) => [atMs, key])).toEqual([
    [0, 'a'],
    [172_800_000, 'f'],
  ]);
});

test.each([
  [',', 'key,type,time\n"a,1",x,5'],
  [';', 'key;type;time\n"a,1";x;5'],
  ['tab', 'key\ttype\ttime\na,1\tx\t5'],
])('%s separates cells, and quotation marks hold them together', (_, text) => {
  expect(csvLog(text).rows).toEqual([{ line: 2, cells: ['a,1', 'x', '5'] }]);
});

test('quotation marks may hold line breaks and marks, and lines are counted through them', () => {
  const table = csvLog('\uFEFFkey,type,time\r"a\n""b""",x,5\r\nc,"",6\nd,e"f,7');
  expect(table.columns).toEqual(['key', 'type', 'time']);
  expect(table.rows).toEqual([
    { line: 2, cells: ['a\n"b"', 'x', '5'] },
    { line: 4, cells: ['c', '', '6'] },
    { line: 5, cells: ['d', 'e"f', '7'] },
  ]);
});

test('a quotation mark that never closes ends the reading there', () => {
  const table = csvLog(`key,type,time\na,x,1\nb,"x,2\n${'c,x,3\n'.repeat(100_000)}`);
  expect(table.rows).toHaveLength(1);
  expect(codes(table)).toEqual([['log-row-quote', 3]]);
});

test.each(['', '\n\n', 'key,type,time\n'])('%j has nothing to read', (text) => {
  const reading = read(csvLog(text));
  expect(reading.recording.events).toEqual([]);
  expect(reading.problems.map(({ code }) => code)).toEqual(['log-empty']);
});

test.each([
  ['seconds', ['1700000000', '1700000002']],
  ['fractions of seconds', ['1700000000.5', '1700000002.5']],
  ['milliseconds', ['1700000000000', '1700000002000']],
  ['microseconds', ['1700000000000000', '1700000002000000']],
  ['nanoseconds', ['1700000000000000000', '1700000002000000000']],
  ['small numbers, as seconds', ['3', '5']],
])('numbers that count %s are told by their size', (_, [first = '', second = '']) => {
  expect(read(csvLog(`key,type,time\na,x,${first}\na,x,${second}`)).durationMs).toBe(2000);
});

test('a stated unit overrides the size of the numbers', () => {
  const table = csvLog('key,type,time\na,x,3\na,x,5');
  expect(readLog(table, { ...guessColumns(table), timeUnit: 'ms' }, 'log', []).durationMs).toBe(2);
});

test.each([
  ['case:concept:name,concept:name,time:timestamp\n1,a,2024-01-01\n1,b,2024-01-02', [0, 1, 2]],
  ['Timestamp;Event Type;Order ID;Amount\n2024-01-01;a;7;1\n2024-01-02;a;8;2', [2, 1, 0]],
  ['id,ts,customer_id,action\n1,1700000000,x,a\n2,1700000001,y,a', [2, 3, 1]],
  ['when,what,who\n2024-01-01,a,x\n2024-01-02,a,y\n2024-01-03,a,z', [2, 1, 0]],
])('of %j key, type and time are guessed', (text, [key, type, time]) => {
  expect(guessColumns(csvLog(text))).toEqual({ key, type, time, timeUnit: 'auto' });
});

test('a log of two columns has no key', () => {
  expect(guessColumns(csvLog('time,type\n2024-01-01,a')).key).toBeNull();
  expect(read(csvLog('time,type\n2024-01-01,a')).recording.events).toEqual([[0, 'a', '']]);
});

test('of more event types than a document may have, the first are taken', () => {
  const rows = Array.from({ length: 300 }, (_, index) => `k,Type ${index},${index}`);
  const reading = read(csvLog(['key,type,time', ...rows].join('\n')));
  expect(reading.newEventTypes).toHaveLength(limits.eventTypes);
  expect(reading.recording.events).toHaveLength(limits.eventTypes);
  expect(reading.problems.map(({ code }) => code)).toEqual(['log-many-types']);
});

test('of more events than a recording holds, the first are taken', () => {
  const rows = Array.from({ length: limits.recordedEvents + 5 }, (_, index) => `k,x,${index}`);
  const reading = read(csvLog(['key,type,time', ...rows].join('\n')));
  expect(reading.recording.events).toHaveLength(limits.recordedEvents);
  expect(reading.problems).toMatchObject([
    { code: 'log-too-long', values: { count: limits.recordedEvents + 5 } },
  ]);
  const log = kinds.flatMap(({ fields }) => fields).find(({ type }) => type === 'recording');
  expect(log).toMatchObject({ maxItems: limits.recordedEvents });
});

test('CloudEvents, a line each, become events with the subject as key', () => {
  const line = (id: number, more: object) =>
    JSON.stringify({
      specversion: '1.0',
      id: `${id}`,
      source: '/shop',
      type: 'order.placed',
      subject: `o-${id % 2}`,
      ...more,
    });
  const text = [
    line(1, { time: '2024-01-01T10:00:00Z', data: { total: 3 } }),
    '',
    'no json',
    '[]',
    line(2, { specversion: '0.3', time: '2024-01-01T10:00:00Z' }),
    line(3, { type: '' }),
    line(4, {}),
    line(5, { time: '2024-01-01T10:00:02Z', tenant: 'x', __proto__x: 1 }),
  ].join('\n');
  expect(logFormatOf(text).id).toBe('cloudevents');
  const table = cloudEventsLog(text);
  expect(table.columns).toEqual([
    'type',
    'time',
    'subject',
    'partitionkey',
    'source',
    'id',
    'specversion',
    'tenant',
  ]);
  const reading = read(table);
  expect(reading.recording.events).toEqual([
    [0, 'order-placed', 'o-1'],
    [2000, 'order-placed', 'o-1'],
  ]);
  expect(codes(reading)).toEqual([
    ['log-row-json', 3],
    ['log-row-json', 4],
    ['log-row-attribute', 5],
    ['log-row-attribute', 6],
    ['log-row-time', 7],
  ]);
});

test('CloudEvents without subjects take the partition key', () => {
  const text = JSON.stringify({
    specversion: '1.0',
    id: '1',
    source: '/s',
    type: 't',
    time: '2024-01-01T00:00Z',
    partitionkey: 'p',
  });
  expect(read(cloudEventsLog(text)).recording.events).toEqual([[0, 't', 'p']]);
});

test('a log that is larger than any browser should hold, or nested without end, is refused at once', () => {
  const large = ' '.repeat(limits.logLength + 1);
  for (const table of [csvLog(large), cloudEventsLog(large)]) {
    expect(read(table).problems.map(({ code }) => code)).toEqual(['too-large']);
  }
  expect(codes(cloudEventsLog(`{"a":${'['.repeat(5_000_000)}`))[0]).toEqual(['log-row-json', 1]);
});

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

test.skipIf(!existsSync(data)).each([
  ['permit-receipt.csv', 8577, 1434],
  ['road-traffic-fines.csv', 390, 100],
  ['claim-running-example.csv', 42, 6],
])(
  'the real log %s (skipped where its folder is absent) is read whole, and makes a valid document',
  (file, events, keys) => {
    const reading = read(csvLog(readFileSync(data + file, 'utf8')));
    expect(reading.problems).toEqual([]);
    expect(reading).toMatchObject({ keys, skipped: 0 });
    expect(reading.recording.events).toHaveLength(events);
    const settings = { generation: 'log', log: reading.recording };
    const node = { id: 'log', kind: 'publisher', name: 'Log', x: 0, y: 0, settings };
    const result = parseFlow(
      { ...newDocument('Log'), eventTypes: reading.newEventTypes, nodes: [node] },
      kinds,
    );
    expect(result).toMatchObject({ ok: true, problems: [] });
  },
);
