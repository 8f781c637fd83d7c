import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import { kindById } from '#kinds/index';
import { deleteParts } from './deleteParts';
import type { FlowDraft } from './documentStore';
import { addFragment, fragmentOf, nodesWithLostBus } from './fragment';

const emit = { type: 'emit', params: { type: 'Paid', to: 'bus-1' } };
const chart = { id: 'm', initial: 'a', states: { a: { entry: [emit] } } };

/** A handler whose chart emits to a bus, the bus, and an event type that only the chart names. */
function flow(name: string): FlowDoc {
  const settingsOf = (kind: string) => defaultsOf(kindById.get(kind)?.fields ?? []);
  const saga = { ...settingsOf('handler'), behaviour: 'statechart', chart };
  return {
    ...newDocument(name),
    eventTypes: [
      { id: 't', name: 'Paid', shape: 'circle', colour: 1, outline: false },
      { id: 'u', name: 'Other', shape: 'circle', colour: 2, outline: false },
    ],
    nodes: [
      { id: 'saga', kind: 'handler', name: 'Saga', x: 0, y: 0, settings: saga },
      { id: 'bus-1', kind: 'bus', name: 'Asks', x: 300, y: 0, settings: settingsOf('bus') },
    ],
  };
}

const draftOf = (doc: FlowDoc) => structuredClone(doc) as FlowDraft;
const targetsIn = (draft: FlowDraft) =>
  draft.nodes.map(({ settings }) => /"to":"([^"]*)"/.exec(JSON.stringify(settings))?.[1]);

test('with a bus goes what names it in statecharts', () => {
  const draft = draftOf(flow('Shop'));
  deleteParts(draft, { nodes: ['bus-1'], wires: [] });
  expect(draft.nodes.map(({ id }) => id)).toEqual(['saga']);
  expect(targetsIn(draft)).toEqual([undefined]);
  expect(draft.nodes[0]?.settings['chart']).toMatchObject({
    states: { a: { entry: [{ type: 'emit', params: { type: 'Paid' } }] } },
  });
});

test('a pasted statechart emits to its own bus, or to that of its flow', () => {
  const doc = flow('Shop');
  const alone = fragmentOf(doc, ['saga']);
  expect(alone.eventTypes.map(({ name }) => name)).toEqual(['Paid']);

  const both = draftOf(doc);
  addFragment(both, fragmentOf(doc, ['saga', 'bus-1']), { x: 0, y: 0 });
  expect(targetsIn(both)).toEqual(['bus-1', undefined, both.nodes[3]?.id, undefined]);
  expect(both.nodes[3]?.id).not.toBe('bus-1');

  const same = draftOf(doc);
  addFragment(same, alone, { x: 0, y: 0 });
  expect(targetsIn(same)[2]).toBe('bus-1');
  expect(nodesWithLostBus(doc, alone)).toEqual([]);

  // After a cut it stands there no more.
  const cut = draftOf({ ...doc, nodes: doc.nodes.filter(({ id }) => id !== 'saga') });
  expect(nodesWithLostBus(cut, alone, true)).toEqual([]);
  addFragment(cut, alone, { x: 0, y: 0 }, true);
  expect(targetsIn(cut)[1]).toBe('bus-1');
});

test('in another flow, even one of the same name, it emits to no namesake of its bus', () => {
  const alone = fragmentOf(flow('Shop'), ['saga']);
  const [saga, bus] = flow('Shop').nodes;
  if (saga === undefined || bus === undefined) throw new Error('The flow has two nodes.');
  const changed = { ...saga, settings: { ...saga.settings, chart: null } };
  const other = draftOf({ ...flow('Shop'), nodes: [changed, bus] });
  expect(nodesWithLostBus(other, alone).map(({ name }) => name)).toEqual(['Saga']);
  addFragment(other, alone, { x: 0, y: 0 });
  expect(targetsIn(other)[2]).toBeUndefined();
});
