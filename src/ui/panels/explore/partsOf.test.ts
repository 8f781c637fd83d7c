import { expect, test } from 'vitest';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { partsOf } from './partsOf';

const parsed = parseFlow(
  {
    ...newDocument('Test'),
    eventTypes: ['paid', 'shipped'].map((id) => ({ id, name: id })),
    nodes: [
      { id: 'note', kind: 'note', name: 'Note', x: 0, y: 0 },
      { id: 'shop', kind: 'publisher', name: 'Shop', x: 0, y: 200 },
      { id: 'orders', kind: 'bus', name: 'Orders', x: 300, y: 200 },
    ],
  },
  kinds,
);
if (!parsed.ok) throw new Error(parsed.problems[0]?.code);
const doc = parsed.value;
const usual = {
  node: 'shop',
  n: '10',
  a: 'paid',
  b: 'shipped',
  when: 'accepted',
  p: 'waiting["Orders"] <= 3',
  q: 'waiting["Orders"] == 0',
};

test('without a choice, a property is about the first node that runs and the first two events', () => {
  expect(partsOf(doc, {})).toEqual(usual);
});

test('a choice holds as long as the flow has what was chosen, and no longer', () => {
  const chosen = {
    ...usual,
    node: 'orders',
    n: '3',
    a: 'shipped',
    b: 'paid',
    when: 'worked',
    p: 'state.shop == 1',
  };
  expect(partsOf(doc, chosen)).toEqual(chosen);
  expect(partsOf(doc, { ...chosen, node: 'gone', a: 'gone', b: 'gone' })).toEqual({
    ...usual,
    p: 'state.shop == 1',
    n: '3',
    when: 'worked',
  });
});

test('a flow of nothing is asked about nothing', () => {
  expect(partsOf(newDocument('Empty'), { node: 'gone' })).toMatchObject({ node: '', a: '', b: '' });
});
