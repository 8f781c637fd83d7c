import { describe, expect, test } from 'vitest';
import { judgedKinds } from '#kinds/judgedKinds';
import { drawFlow } from './drawFlow';
import { judgeFlow } from './judgeFlow';
import { LintFlow } from './LintFlow';

const emit = (type: string, to?: string) => ({
  type: 'emit',
  params: to === undefined ? { type } : { type, to },
});

/** A shop publishes `Placed`, which a handler with a statechart takes; what it emits is taken at two further buses. */
function flowWith(state: object, settings: object = {}) {
  const chart = { id: 'saga', initial: 'open', states: { open: state, shut: {} } };
  const saga = { behaviour: 'statechart', chart, ...settings };
  return drawFlow(
    {
      nodes: {
        shop: ['publisher', { mix: [{ type: 'Placed' }] }],
        orders: 'bus',
        saga: ['handler', saga],
        mail: 'bus',
        post: 'handler',
        bank: 'bus',
        clerk: 'handler',
      },
      wires: ['shop>orders', 'orders>saga', 'saga>mail', 'mail>post', 'saga>bank', 'bank>clerk'],
      types: ['Placed', 'Paid'],
    },
    judgedKinds,
  );
}

const told = (doc: ReturnType<typeof flowWith>) =>
  judgeFlow(doc, judgedKinds)
    .filter(
      ({ code }) => code === 'unused-type' || code === 'unreachable-handler' || code === 'nobody-publishes',
    )
    .map(({ code, values }) => `${code} ${values['type'] ?? values['node'] ?? ''}`);

/** Which types can come to a node. */
function typesAt(doc: ReturnType<typeof flowWith>, id: string): readonly string[] {
  const flow = new LintFlow(doc, judgedKinds);
  const node = flow.nodes.find((one) => one.id === id);
  return node === undefined ? [] : flow.traffic.typesAt(node).map((type) => flow.types[type]?.name ?? '');
}

describe('what a statechart emits is somebody’s who publishes it', () => {
  test.each([
    ['an entry', { entry: emit('Paid') }],
    ['an exit', { exit: emit('Paid') }],
    ['a transition', { on: { Placed: { target: 'shut', actions: emit('Paid') } } }],
    ['a delay', { after: { 100: { target: 'shut', actions: emit('Paid') } } }],
    ['a choice', { always: { target: 'shut', guard: 'context.n > 1', actions: emit('Paid') } }],
    ['a state inside', { initial: 'deep', states: { deep: { entry: emit('Paid') } } }],
    ['the way inside', { initial: { target: 'deep', actions: emit('Paid') }, states: { deep: {} } }],
    [
      'an end inside',
      { initial: 'deep', states: { deep: { type: 'final' } }, onDone: { actions: emit('Paid') } },
    ],
  ])('in %s', (_, state) => {
    const doc = flowWith(state);
    expect(told(doc)).toEqual([]);
    expect(typesAt(doc, 'clerk')).toEqual(['Paid']);
  });
});

test('without it the type is nobody’s, and nothing comes to those behind', () => {
  const doc = flowWith({});
  expect(told(doc)).toEqual(['unreachable-handler post', 'unreachable-handler clerk', 'unused-type Paid']);
  expect([typesAt(doc, 'post'), typesAt(doc, 'clerk')]).toEqual([[], []]);
});

test('what is for one bus comes to no other', () => {
  const doc = flowWith({ entry: emit('Paid', 'bank') });
  expect([typesAt(doc, 'post'), typesAt(doc, 'clerk')]).toEqual([[], ['Paid']]);
});

test('actions that a statechart has taken the place of emit nothing', () => {
  const doc = flowWith({}, { actions: [{ do: 'emit', type: 'Paid' }] });
  expect(typesAt(doc, 'clerk')).toEqual([]);
});

describe('a chart for all events is there before the first', () => {
  const unfed = (state: object, chartInstances: string) => {
    const doc = flowWith(state, { chartInstances });
    return typesAt({ ...doc, wires: doc.wires.filter(({ to }) => to.node !== 'saga') }, 'clerk');
  };

  test('and emits what needs none', () => {
    expect(unfed({ after: { 100: { actions: emit('Paid') } } }, 'one')).toEqual(['Paid']);
    expect(unfed({ after: { 100: { actions: emit('Paid') } } }, 'perKey')).toEqual([]);
  });

  test('but not what an event of a name has to lead to, unless it may be the chart’s own', () => {
    const on = { Placed: { actions: emit('Paid') } };
    expect(unfed({ on }, 'one')).toEqual([]);
    expect(unfed({ on, entry: { type: 'raise', params: { type: 'Placed' } } }, 'one')).toEqual(['Paid']);
  });
});

test('an answer that leads back through a statechart is reached, and no rate is made of it', () => {
  const doc = flowWith({ entry: emit('Paid', 'orders') });
  const back = { id: 'back', from: { node: 'saga', port: 'out' }, to: { node: 'orders', port: 'in' } };
  const settings = doc.wires[0]?.settings ?? {};
  const looped = { ...doc, wires: [...doc.wires, { ...back, settings }] };
  expect(typesAt(looped, 'saga')).toEqual(['Placed', 'Paid']);
  expect(new LintFlow(looped, judgedKinds).traffic.loops).toEqual([]);
});
