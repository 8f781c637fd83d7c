import { expect, test } from 'vitest';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import type { Statechart } from '#engine/model/statechart/Statechart';
import { stateAt, transitionAt, transitionId, transitionsOf } from './chartPlaces';
import { fieldsOfState, stateOf, stateSettings, transitionOf, transitionSettings } from './placeForms';

const types = [{ id: 't1', name: 'Placed', shape: 'circle', colour: 1, outline: false }] as const;
const actions = [
  { type: 'assign', params: { n: '${context.n + 1}', m: 2 } },
  { type: 'emit', params: { type: 'Placed', key: '${key}', data: { a: 1 }, to: 'bus' } },
  { type: 'emit', params: { type: 'Unknown' } },
  { type: 'raise', params: { type: 'next', data: null } },
  { type: 'log', params: { message: 'hello ${key}' } },
];

function chartOf(): Statechart {
  const read = readStatechart(
    {
      initial: 'a',
      states: {
        a: {
          entry: actions,
          on: { Placed: { target: 'b', guard: 'data.a > 0', actions, reenter: true } },
          always: { guard: 'false', actions },
        },
        b: { type: 'final', output: { sum: '${context.n}' }, description: 'the end' },
        h: { type: 'history', target: 'b' },
      },
    },
    null,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

test.each(['a', 'b', 'h'])(
  'the form of state %s says the same state again, and names what it shows',
  (id) => {
    const state = stateAt(chartOf(), id);
    if (state === undefined) throw new Error(id);
    expect(stateOf(state, stateSettings(state, types), types)).toEqual(state);
    const shown = fieldsOfState(state, ['a', 'b']).map((field) => field.id);
    expect(Object.keys(stateSettings(state, types))).toEqual(expect.arrayContaining(shown));
  },
);

test('the form of a transition says the same transition again', () => {
  const chart = chartOf();
  const state = stateAt(chart, 'a');
  const all = state === undefined ? [] : transitionsOf('a', state);
  expect(all).toHaveLength(2);
  for (const one of all) {
    expect(transitionAt(chart, transitionId(one))).toEqual(one);
    const settings = transitionSettings(one.transition, types);
    expect(transitionOf(one.transition, settings, types, 'a')).toEqual(one.transition);
  }
});
