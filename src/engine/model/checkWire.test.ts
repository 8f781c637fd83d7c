import { kinds } from '#kinds/index';
import { problemMessage } from './problemMessage';
import { expect, test } from 'vitest';
import { checkWire } from './checkWire';
import type { FlowNode, Wire, WireEnd } from './FlowDoc';

const nodes: readonly FlowNode[] = [
  ['shop', 'publisher'],
  ['till', 'publisher'],
  ['orders', 'bus'],
  ['failed', 'bus'],
  ['mail', 'handler'],
  ['stock', 'handler'],
  ['db', 'store'],
  ['cache', 'store'],
  ['why', 'note'],
].map(([id = '', kind = '']) => ({ id, kind, name: id.toUpperCase(), x: 0, y: 0, settings: {} }));

const end = (text: string): WireEnd => {
  const [node = '', port = ''] = text.split('.');
  return { node, port };
};
const wire = (from: string, to: string): Wire => ({
  id: `${from}-${to}`,
  from: end(from),
  to: end(to),
  settings: {},
});
const check = (from: string, to: string, wires: readonly Wire[] = []) =>
  checkWire({ nodes, wires }, kinds, end(from), end(to));

test.each([
  ['shop.out', 'orders.in'],
  ['orders.out', 'mail.in'],
  ['mail.out', 'orders.in'],
  ['mail.store', 'db.in'],
  ['mail.deadLetter', 'failed.in'],
  ['orders.deadLetter', 'failed.in'],
])('%s may be joined to %s', (from, to) => {
  expect(check(from, to)).toBeNull();
});

test.each([
  ['shop.out', 'mail.in', 'wire-needs-bus', 'Put a bus between them'],
  [
    'mail.out',
    'stock.in',
    'wire-needs-bus',
    '“MAIL” sends events, and “STOCK” takes only what a bus delivers',
  ],
  ['orders.out', 'failed.in', 'wire-needs-handler', 'Put a handler between them'],
  ['mail.store', 'orders.in', 'wire-needs-store', 'Join that port to a store'],
  ['shop.out', 'db.in', 'wire-needs-store', 'from a handler to a store'],
  ['shop.out', 'till.out', 'wire-same-direction', 'Join an exit to an entrance'],
  ['orders.in', 'mail.in', 'wire-same-direction', 'Join an exit to an entrance'],
  ['orders.in', 'shop.out', 'wire-backwards', 'Draw it the other way round'],
  ['orders.deadLetter', 'orders.in', 'wire-to-itself', 'Join it to another node'],
  ['shop.exit', 'orders.in', 'unknown-port', 'Its ports: out'],
  ['why.out', 'orders.in', 'unknown-port', 'Its ports: –'],
  ['gone.out', 'orders.in', 'unknown-node', 'Add that node'],
])('%s may not be joined to %s: %s', (from, to, code, advice) => {
  const problem = check(from, to);
  expect(problem?.code).toBe(code);
  expect(problem === null ? '' : problemMessage(problem)).toContain(advice);
});

test('the same wire twice is refused', () => {
  expect(check('shop.out', 'orders.in', [wire('shop.out', 'orders.in')])?.code).toBe('wire-duplicate');
  expect(check('till.out', 'orders.in', [wire('shop.out', 'orders.in')])).toBeNull();
});

test('a port takes no more wires than it says', () => {
  const problem = check('mail.store', 'cache.in', [wire('mail.store', 'db.in')]);
  expect(problem).toMatchObject({ code: 'wire-port-full', values: { max: 1, node: 'MAIL', port: 'store' } });
  expect(check('stock.store', 'db.in', [wire('mail.store', 'db.in')])).toBeNull();
});
