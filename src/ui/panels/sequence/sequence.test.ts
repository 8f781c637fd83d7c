import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { Settings } from '#engine/model/fields';
import { newDocument } from '#engine/model/newDocument';
import { kindById } from '#kinds/index';
import { entryAt } from '#worker/fakeRun';
import { sequenceMermaid } from './sequenceMermaid';
import { sequenceOfEntries } from './SequenceModel';

const node = (id: string) => ({ id, kind: 'bus', name: id, x: 0, y: 0, settings: {} });
const doc = {
  ...newDocument('sequence'),
  nodes: ['shop', 'orders', 'mail', 'idle'].map(node),
  wires: [
    { id: 'a', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' }, settings: {} },
    { id: 'b', from: { node: 'orders', port: 'out' }, to: { node: 'mail', port: 'in' }, settings: {} },
  ],
};
const token = { number: 4, type: 0, subject: 'k' };
const base = { ...entryAt(1), token, facts: [], sent: [] };
const entries = [
  { ...base, step: 1, timeUs: 10, node: 1, kind: 'publish' as const, wire: 0 },
  { ...base, step: 2, timeUs: 20, node: 2, kind: 'deliver' as const, wire: 1 },
  {
    ...base,
    step: 3,
    timeUs: 30,
    node: 1,
    kind: 'ack' as const,
    wire: 1,
    name: 'failed',
    facts: [{ code: 'dead-lettered' as const, token, detail: '' }],
  },
];

test('messages go along their wires, answers back, and what became of the event is noted where it happened', () => {
  const { nodes, messages, isCut } = sequenceOfEntries(entries, doc, [3, 0, 1, 2]);
  expect(nodes).toEqual([0, 1, 2]);
  expect(messages.map(({ what, from, to, word }) => [what, from, to, word])).toEqual([
    ['event', 0, 1, ''],
    ['event', 1, 2, ''],
    ['answer', 2, 1, 'failed'],
    ['fact', 1, 1, 'dead-lettered'],
  ]);
  expect(isCut).toBe(false);
});

test('Mermaid gets participants in their order, and no sign that it would take for its own', () => {
  const model = sequenceOfEntries(entries, doc, [3, 0, 1, 2]);
  const text = sequenceMermaid(model, {
    node: (index) => ['Shop; main', 'orders', 'mail'][index] ?? '',
    label: ({ what, word }) => (what === 'event' ? 'Order #4' : word),
  });
  expect(text).toBe(
    [
      'sequenceDiagram',
      '  participant n0 as Shop#59; main',
      '  participant n1 as orders',
      '  participant n2 as mail',
      '  n0-)n1: Order #35;4',
      '  n1-)n2: Order #35;4',
      '  n2-->>n1: failed',
      '  Note over n1: dead-lettered',
      '',
    ].join('\n'),
  );
});

test('a message whose sender waits for the answer has the solid head of a call, any other the open one', () => {
  const settings = (kind: string, own: Settings) => ({
    ...defaultsOf(kindById.get(kind)?.fields ?? []),
    ...own,
  });
  const shop = { ...node('shop'), kind: 'publisher', settings: settings('publisher', { call: 'wait' }) };
  const orders = (delivery: string) => ({ ...node('orders'), settings: settings('bus', { delivery }) });
  const arrowTo = (bus: typeof shop) => {
    const model = sequenceOfEntries(entries.slice(0, 1), { ...doc, nodes: [shop, bus] }, [0, 1]);
    return sequenceMermaid(model, { node: (index) => `n${index}`, label: () => 'Order' }).split('\n')[3];
  };
  expect(arrowTo(orders('sync'))).toBe('  n0->>n1: Order');
  expect(arrowTo(orders('async'))).toBe('  n0-)n1: Order');
});
