import { createAutomaton } from '#engine/automata/createAutomaton';
import { findDifference } from '#engine/automata/findDifference';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import { kinds } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';
import { expect, test } from 'vitest';
import { attachProtocol, fitsDocument } from './attachProtocol';

const pair = createAutomaton({
  states: ['q0', 'q1'],
  letters: ['placed', 'paid'],
  initial: 'q0',
  accepting: ['q0'],
  arrows: [
    ['q0', 'placed', 'q1'],
    ['q1', 'paid', 'q0'],
  ],
});

test('what is attached is a sound protocol of the bus with the same words, and one undo takes it away', () => {
  const parsed = parseFlow(
    {
      ...newDocument('Shop'),
      eventTypes: [{ id: 'placed' }, { id: 'paid' }],
      nodes: [{ id: 'orders', kind: 'bus', x: 0, y: 0 }],
    },
    kinds,
  );
  if (!parsed.ok) throw new Error('the flow is sound');
  useDocument.getState().open(parsed.value, 'new');
  attachProtocol('Inferred', pair, { bus: 'orders', order: 'completion', isPerKey: false });
  const { doc } = useDocument.getState();
  const again = parseFlow(JSON.parse(JSON.stringify(doc)), kinds);
  expect(again.problems).toEqual([]);
  expect(again.ok && again.value.protocols).toEqual(doc.protocols);
  const [protocol] = doc.protocols;
  if (protocol === undefined) throw new Error('there is a protocol');
  expect(protocol.settings).toMatchObject({ bus: 'orders', watch: 'completion', instances: 'all' });
  const { automaton } = compileProtocol(protocol, doc.eventTypes);
  expect(automaton !== null && findDifference(automaton, pair)).toBeNull();
  useDocument.getState().undo();
  expect(useDocument.getState().doc.protocols).toEqual([]);
});

test('an automaton that is too large for a document is told from one that fits', () => {
  const states = Array.from({ length: 3_000 }, (_, index) => `state ${index}`);
  const chain = createAutomaton({
    states,
    letters: ['tick'],
    initial: 'state 0',
    accepting: ['state 0'],
    arrows: states.map((name, index) => [name, 'tick', states[index + 1] ?? name]),
  });
  expect([fitsDocument(pair), fitsDocument(chain)]).toEqual([true, false]);
});
