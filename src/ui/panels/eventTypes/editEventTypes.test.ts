import { beforeEach, expect, test } from 'vitest';
import type { EventType, FlowDoc } from '#engine/model/FlowDoc';
import { defaultsOf } from '#engine/model/defaultsOf';
import { parseFlow } from '#engine/model/parseFlow';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { kindById, kinds } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';
import { addEventTypes, removeEventType, renameEventType, styleEventType } from './editEventTypes';
import { eventTypeUses } from './eventTypeUses';

const typeOf = (id: string, name: string, colour: number): EventType => ({
  id,
  name,
  shape: 'circle',
  colour,
  outline: false,
});

const defaults = (kind: string) => defaultsOf(kindById.get(kind)?.fields ?? []);

const start: FlowDoc = {
  busbar: 1,
  name: 'Shop',
  description: '',
  seed: 1,
  untilMs: 1000,
  eventTypes: [typeOf('a', 'OrderPlaced', 1), typeOf('b', 'OrderPaid', 2)],
  nodes: [
    {
      id: 'p',
      kind: 'publisher',
      name: 'Storefront',
      x: 0,
      y: 0,
      settings: { ...defaults('publisher'), mix: [{ type: 'a', weight: 1 }] },
    },
    { id: 'bus', kind: 'bus', name: 'orders', x: 200, y: 0, settings: defaults('bus') },
  ],
  wires: [
    {
      id: 'w',
      from: { node: 'p', port: 'out' },
      to: { node: 'bus', port: 'in' },
      settings: { patterns: ['OrderPlaced', 'Order*'], latency: { law: 'constant', mean: 0 } },
    },
  ],
  faults: [],
  protocols: [],
  interventions: [
    { id: 'i', atUs: 5, afterStep: 0, action: { do: 'publish', node: 'p', type: 'a', key: 'k', data: null } },
  ],
};

beforeEach(() => {
  useDocument.getState().open(start, 'new');
});

const doc = () => useDocument.getState().doc;
const isValid = () => parseFlow(structuredClone(doc()), kinds).ok;

test('finds every reference that would dangle', () => {
  expect(eventTypeUses(doc(), 'a')).toEqual({ nodes: ['Storefront'], interventions: 1 });
  expect(eventTypeUses(doc(), 'b')).toEqual({ nodes: [], interventions: 0 });
});

test('a removed type hands its references to its successor, and the document stays valid', () => {
  removeEventType('a', 'b');
  expect(eventTypeUses(doc(), 'b')).toEqual({ nodes: ['Storefront'], interventions: 1 });
  expect(doc().eventTypes.map(({ id }) => id)).toEqual(['b']);
  expect(isValid()).toBe(true);
});

test('an unused type goes without a trace, and comes back with one undo', () => {
  removeEventType('b', null);
  expect(doc().eventTypes.map(({ id }) => id)).toEqual(['a']);
  useDocument.getState().undo();
  expect(doc()).toEqual(start);
});

test('renaming takes along the patterns that said exactly the old name', () => {
  renameEventType('a', 'OrderReceived');
  expect(doc().wires[0]?.settings['patterns']).toEqual(['OrderReceived', 'Order*']);
  expect(doc().eventTypes[0]?.name).toBe('OrderReceived');
});

test('a new type looks like none before and has a name of its own', () => {
  addEventTypes(['OrderPlaced']);
  styleEventType('b', { outline: true });
  expect(doc().eventTypes[2]).toMatchObject({ name: 'OrderPlaced2', colour: 2, shape: 'diamond' });
  expect(doc().eventTypes[1]).toMatchObject({ colour: 2, outline: true });
  expect(isValid()).toBe(true);
});

const drawn = {
  automaton: 1,
  states: ['new', 'paid'],
  letters: ['OrderPlaced', 'OrderPaid'],
  initial: ['new'],
  accepting: ['paid'],
  arrows: [
    ['new', 'OrderPlaced', 'new'],
    ['new', 'OrderPaid', 'paid'],
  ],
};

function withProtocol(): void {
  const settings = {
    ...defaultsOf(protocolFields),
    bus: 'bus',
    first: 'a',
    second: 'b',
    expression: 'OrderPlaced ("OrderPlaced" | OrderPaid)*',
    automaton: drawn,
  };
  useDocument.getState().open({ ...start, protocols: [{ id: 'p1', name: 'Rule', settings }] }, 'new');
}

test('renaming takes along the letters of protocols, however they are said', () => {
  withProtocol();
  renameEventType('a', 'Order received');
  const settings = doc().protocols[0]?.settings ?? {};
  expect(settings['expression']).toBe('"Order received" ("Order received" | OrderPaid)*');
  expect(settings['automaton']).toMatchObject({
    letters: ['Order received', 'OrderPaid'],
    arrows: [
      ['new', 'Order received', 'new'],
      ['new', 'OrderPaid', 'paid'],
    ],
  });
  expect(isValid()).toBe(true);
});

test('a type that a protocol speaks of is in use, and its successor takes its place there', () => {
  withProtocol();
  expect(eventTypeUses(doc(), 'b').nodes).toEqual(['Rule']);
  removeEventType('b', 'a');
  const settings = doc().protocols[0]?.settings ?? {};
  expect([settings['first'], settings['second']]).toEqual(['a', 'a']);
  expect(settings['expression']).toBe('OrderPlaced ("OrderPlaced" | OrderPlaced)*');
  expect(settings['automaton']).toMatchObject({ letters: ['OrderPlaced'] });
  expect(isValid()).toBe(true);
});

test('statecharts and protocols use the types that they name, and follow these to another one', () => {
  const chart = {
    id: 'm',
    initial: 'x',
    states: {
      x: { on: { OrderPlaced: [{ target: 'y' }] } },
      y: { entry: [{ type: 'emit', params: { type: 'OrderPlaced' } }] },
    },
  };
  const handler = { ...defaults('handler'), behaviour: 'statechart', chart };
  const rule = (settings: object) => ({ ...defaultsOf(protocolFields), bus: 'bus', ...settings });
  const drawn = {
    automaton: 1,
    states: ['s'],
    initial: ['s'],
    accepting: ['s'],
    arrows: [['s', 'OrderPlaced', 's']],
  };
  useDocument.getState().open(
    {
      ...start,
      interventions: [],
      nodes: [
        { id: 'bus', kind: 'bus', name: 'orders', x: 0, y: 0, settings: defaults('bus') },
        { id: 'h', kind: 'handler', name: 'Saga', x: 0, y: 0, settings: handler },
      ],
      wires: [],
      protocols: [
        { id: 'r', name: 'Typed', settings: rule({ source: 'regex', expression: 'OrderPlaced OrderPaid?' }) },
        { id: 'd', name: 'Drawn', settings: rule({ source: 'drawn', automaton: drawn }) },
        { id: 'o', name: 'Other', settings: rule({ source: 'regex', expression: 'OrderPlacedTwice' }) },
      ],
    },
    'new',
  );
  expect(eventTypeUses(doc(), 'a').nodes).toEqual(['Saga', 'Typed', 'Drawn']);
  removeEventType('a', 'b');
  expect(eventTypeUses(doc(), 'b').nodes).toEqual(['Saga', 'Typed', 'Drawn']);
  expect(JSON.stringify(doc())).not.toContain('OrderPlaced"');
  expect(doc().protocols[0]?.settings['expression']).toBe('OrderPaid OrderPaid?');
  expect(isValid()).toBe(true);
});
