import { beforeEach, expect, test } from 'vitest';
import type { FlowDoc, FlowNode, Intervention } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import { deleteParts } from './deleteParts';
import { useDocument } from './documentStore';

const node = (id: string): FlowNode => ({ id, kind: 'bus', name: id, x: 0, y: 0, settings: {} });
const byHand = (id: string, settings: Intervention['action'] & { do: 'fault' }): Intervention => ({
  id,
  atUs: 1,
  afterStep: 0,
  action: settings,
});
const fault = (what: string, target: string, other = '') =>
  ({ do: 'fault', settings: { what, target, other } }) as const;

const doc: FlowDoc = {
  ...newDocument('delete'),
  nodes: [node('a'), node('b')],
  interventions: [
    byHand('onA', fault('crash', 'a')),
    byHand('between', fault('lose', 'b', 'a')),
    byHand('stray', fault('slow', 'b', 'a')),
    byHand('onB', fault('pause', 'b')),
  ],
};

beforeEach(() => useDocument.getState().open(doc, 'new'));

test('faults by hand go with their node, and with either side where they act on wires', () => {
  useDocument
    .getState()
    .edit('editor.edit.delete', { n: 1 }, (draft) => deleteParts(draft, { nodes: ['a'], wires: [] }));
  const { interventions } = useDocument.getState().doc;
  expect(interventions.map(({ id }) => id)).toEqual(['stray', 'onB']);
  // No setting may name a node that is gone: the importer would refuse the flow.
  expect(JSON.stringify(interventions)).not.toContain('"a"');
});
