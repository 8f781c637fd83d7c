import { kinds } from '#kinds/index';
import { expect, test } from 'vitest';
import { parseFlow } from '../parseFlow';

const base = {
  busbar: 1,
  name: 'Orders',
  eventTypes: [
    { id: 'placed', name: 'OrderPlaced' },
    { id: 'paid', name: 'OrderPaid' },
  ],
  nodes: [
    { id: 'orders', kind: 'bus', name: 'Orders', x: 0, y: 0 },
    { id: 'mail', kind: 'handler', name: 'Mail', x: 0, y: 0 },
  ],
};

function problemsOf(settings: object) {
  const parsed = parseFlow(
    { ...base, protocols: [{ id: 'p', settings: { bus: 'orders', ...settings } }] },
    kinds,
  );
  return parsed.problems.map(({ code, severity, path, values }) => ({
    code,
    severity,
    at: path.slice(3).join('.'),
    column: values['column'],
  }));
}

const response = { pattern: 'response', first: 'placed', second: 'paid' };
const drawn = {
  automaton: 1,
  states: ['a'],
  letters: ['OrderPaid'],
  initial: ['a'],
  accepting: ['a'],
  arrows: [],
};

test.each([
  [response],
  [{ source: 'regex', expression: 'OrderPlaced*' }],
  [{ source: 'drawn', automaton: drawn }],
])('a sound source is read without a doubt: %j', (settings) => expect(problemsOf(settings)).toEqual([]));

test('an expression that cannot be read is an error with its place in the document and in the text', () => {
  expect(problemsOf({ source: 'regex', expression: 'OrderPlaced )' })).toMatchObject([
    { code: 'regex-unexpected', severity: 'error', at: 'expression', column: 13 },
  ]);
});

test('what is wrong in a drawn automaton is an error with its path inside of it', () => {
  const automaton = { ...drawn, arrows: [['a', 'OrderPaid', 'b']] };
  expect(problemsOf({ source: 'drawn', automaton })).toMatchObject([
    { code: 'automaton-unknown-state', severity: 'error', at: 'automaton.arrows.0.2' },
  ]);
});

test('a source that is not used must be sound as well, for it may be used again', () => {
  expect(problemsOf({ ...response, expression: '(' })).toMatchObject([{ code: 'regex-unfinished' }]);
});

test.each([
  [
    {},
    [
      ['protocol-event-missing', 'first'],
      ['protocol-event-missing', 'second'],
    ],
  ],
  [{ ...response, second: 'placed' }, [['protocol-event-repeated', 'second']]],
  [{ ...response, scope: 'after' }, [['protocol-event-missing', 'opener']]],
  [{ source: 'regex' }, [['protocol-empty', 'expression']]],
  [{ source: 'drawn' }, [['protocol-empty', 'automaton']]],
  [{ source: 'regex', expression: 'OrderPlaced Lost' }, [['protocol-unknown-event', 'expression']]],
  [
    { source: 'drawn', automaton: { ...drawn, letters: ['Lost'] } },
    [['protocol-unknown-event', 'automaton']],
  ],
])('what says nothing, or speaks of nothing there is, is doubtful: %j', (settings, expected) => {
  expect(problemsOf(settings).map(({ code, at, severity }) => [code, at, severity])).toEqual(
    expected.map((one) => [...one, 'warning']),
  );
});

test('a protocol is attached to a bus of the flow, and to nothing else', () => {
  expect(problemsOf({ ...response, bus: 'mail' })).toMatchObject([{ code: 'unknown-node', at: 'bus' }]);
  expect(problemsOf({ ...response, bus: '' })).toEqual([]);
});
