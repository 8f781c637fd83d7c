import { expect, test } from 'vitest';
import { dialects } from './index';

const dialectCalled = (id: string) => dialects.find((dialect) => dialect.id === id);

type Case = readonly [pattern: string, subject: string, isMatch: boolean];

const cases: Readonly<Record<string, readonly Case[]>> = {
  exact: [
    ['OrderPlaced', 'OrderPlaced', true],
    ['OrderPlaced', 'orderplaced', false],
    ['OrderPlaced', 'OrderPlaced2', false],
    ['orders.*', 'orders.placed', false],
    ['orders.*', 'orders.*', true],
    ['*', 'anything.at all', true],
    ['*', '', true],
  ],
  nats: [
    ['time.*.east', 'time.us.east', true],
    ['time.*.east', 'time.eu.east', true],
    ['time.*.east', 'time.east', false],
    ['time.us.*', 'time.us.east', true],
    ['time.us.*', 'time.us.east.atlanta', false],
    ['time.us.*', 'time.us', false],
    ['time.us.>', 'time.us.east', true],
    ['time.us.>', 'time.us.east.atlanta', true],
    ['time.us.>', 'time.us', false],
    ['*.*.east.>', 'time.us.east.atlanta', true],
    ['*.*.east.>', 'time.us.east', false],
    ['>', 'a', true],
    ['>', 'a.b.c', true],
    ['>', '', false],
    ['*', 'a', true],
    ['*', 'a.b', false],
    ['foo*', 'foo*', true],
    ['foo*', 'food', false],
    ['foo.>bar', 'foo.>bar', true],
    ['Foo', 'foo', false],
    ['a.*.b', 'a..b', false],
    ['>', 'a.', false],
    ['>', '.a', false],
    ['*', 'a b', false],
    ['foo.>', 'foo', false],
    ['>', '$SYS.ping', true],
    ['a.>', 'a.', false],
    ['a.*.>', 'a.b', false],
    ['a.*.>', 'a.b.c', true],
  ],
  amqp: [
    ['*.stock.#', 'usd.stock', true],
    ['*.stock.#', 'eur.stock.db', true],
    ['*.stock.#', 'stock.nasdaq', false],
    ['*.orange.*', 'quick.orange.rabbit', true],
    ['*.orange.*', 'orange', false],
    ['*.orange.*', 'quick.orange.male.rabbit', false],
    ['lazy.#', 'lazy', true],
    ['lazy.#', 'lazy.orange.male.rabbit', true],
    ['lazy.#', 'lazybones', false],
    ['#.end', 'end', true],
    ['#.end', 'the.very.end', true],
    ['#.b.#.d', 'a.b.b.c.d', true],
    ['#.b.#.d', 'a.c.d', false],
    ['#', '', true],
    ['#', 'a.b', true],
    ['#.#', '', true],
    ['#.#', 'a', true],
    ['*', '', false],
    ['', '', true],
    ['', 'a', false],
    ['a.*.b', 'a..b', true],
    ['*.*', '.', true],
    ['a.', 'a', false],
    ['a.*', 'a.', true],
    ['#.*', 'a', true],
    ['#.*', '', false],
    ['a*', 'ab', false],
    ['a*', 'a*', true],
    ['a#', 'a.b', false],
    ['#', '$x', true],
    ['*.#', '', false],
    ['*.#', 'a', true],
    ['#.a.#', 'a', true],
    ['.', '.', true],
    ['*.', 'a.', true],
  ],
  mqtt: [
    ['sport/tennis/player1/#', 'sport/tennis/player1', true],
    ['sport/tennis/player1/#', 'sport/tennis/player1/ranking', true],
    ['sport/tennis/player1/#', 'sport/tennis/player1/score/wimbledon', true],
    ['sport/tennis/player1/#', 'sport/tennis/player10', false],
    ['sport/#', 'sport', true],
    ['sport/#', 'sport/', true],
    ['#', 'sport/tennis', true],
    ['#', '/', true],
    ['sport/tennis/+', 'sport/tennis/player1', true],
    ['sport/tennis/+', 'sport/tennis/player1/ranking', false],
    ['sport/+', 'sport', false],
    ['sport/+', 'sport/', true],
    ['+', 'sport', true],
    ['+/tennis/#', 'sport/tennis', true],
    ['sport/+/player1', 'sport/tennis/player1', true],
    ['+/+', '/finance', true],
    ['/+', '/finance', true],
    ['+', '/finance', false],
    ['#', '$SYS/monitor', false],
    ['+/monitor/Clients', '$SYS/monitor/Clients', false],
    ['$SYS/#', '$SYS/monitor/Clients', true],
    ['$SYS/monitor/+', '$SYS/monitor/Clients', true],
    ['a/+', 'a/$b', true],
    ['ACCOUNTS', 'Accounts', false],
    ['Accounts payable', 'Accounts payable', true],
    ['#', '', false],
    ['#', 'a/+', false],
    ['finance', '/finance', false],
    ['/finance', 'finance', false],
    ['#', '/finance', true],
    ['/#', 'finance', false],
    ['+/', 'a/', true],
    ['+/#', '$SYS/a', false],
    ['$SYS', '$SYS', true],
    // Shared subscriptions, § 4.8.2: the name is no part of what is matched.
    ['$share/consumer1/sport/tennis/+', 'sport/tennis/player1', true],
    ['$share/consumer1/sport/tennis/+', 'consumer1/sport/tennis/player1', false],
    ['$share/consumer1/sport/tennis/+', '$share/consumer1/sport/tennis/player1', false],
    ['$share/consumer1//finance', '/finance', true],
    ['$share/consumer1//finance', 'finance', false],
    ['$share/c//', '/', true],
    ['$share/c/#', 'a/b', true],
    ['$share/c/#', '$SYS/monitor', false],
    ['$share/c/+/monitor', '$SYS/monitor', false],
    ['$share/c/$SYS/#', '$SYS/monitor', true],
    ['$share/c/finance', 'finance', true],
    ['$share/c d/finance', 'finance', true],
    ['$share/$share/a', 'a', true],
    // Only the whole word with its slash begins one.
    ['$share', '$share', true],
    ['$shared/c/a', '$shared/c/a', true],
    ['$Share/c/a', 'a', false],
  ],
};

for (const [id, table] of Object.entries(cases)) {
  test.each(table)(`${id}: "%s" and "%s": %s`, (pattern, subject, isMatch) => {
    const dialect = dialectCalled(id);
    expect(dialect?.problemOf(pattern)).toBeNull();
    expect(dialect?.compile(pattern)(subject)).toBe(isMatch);
  });
}

test.each([
  ['exact', ['']],
  ['nats', ['', '.', 'a.', '.a', 'a..b', '>.a', 'a.>.b', 'a b', 'a.\t']],
  ['amqp', []],
  ['mqtt', ['', 'sport/tennis#', 'sport/tennis/#/ranking', 'sport+', 'a/+b', '#/a', '##', 'a\0']],
  [
    'mqtt',
    ['$share/', '$share//', '$share//a', '$share/c', '$share/c/', '$share/+/a', '$share/a#/b', '$share/c/a#'],
  ],
  ['mqtt', ['$share/c/#/a', '$share/c\0/a', '$share/c/b+']],
])('%s says what is wrong with patterns that are none, and they match nothing', (id, patterns) => {
  const dialect = dialectCalled(id);
  expect(patterns.filter((pattern) => dialect?.problemOf(pattern) === null)).toEqual([]);
  expect(patterns.filter((pattern) => dialect?.compile(pattern)(pattern))).toEqual([]);
});

test('mqtt: name and filter together are the group of a shared subscription; nothing else names one', () => {
  const mqtt = dialectCalled('mqtt');
  expect(mqtt?.groupOf?.('$share/c/a/+')).toBe('$share/c/a/+');
  for (const pattern of ['a/+', '$share', '$share/c', '$share/+/a', '$shared/c/a']) {
    expect(mqtt?.groupOf?.(pattern)).toBeNull();
  }
});
