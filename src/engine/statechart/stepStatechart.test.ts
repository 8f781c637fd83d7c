import { expect, test } from 'vitest';
import { compileStatechart } from './compileStatechart';
import { parseStatechart } from './parseStatechart';
import { stateValue } from './stateValue';
import type { StatechartStep } from './StatechartSnapshot';
import { statechartLimits } from '#engine/model/statechart/statechartLimits';
import { nextTimer, startStatechart, stepStatechart } from './stepStatechart';

function chartOf(config: unknown) {
  const parsed = parseStatechart(config);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileStatechart(parsed.value);
}

const event = (type: string, data: number | null = null) => ({ type, key: 'k', data });
const log = (message: string) => ({ type: 'log', params: { message } });
const logs = ({ outputs }: StatechartStep) =>
  outputs.map((one) => (one.output === 'log' ? one.message : one.output));

test('a transition stays inside its own state, unless it re-enters', () => {
  const inner = { initial: 'x', entry: log('in'), exit: log('out'), states: { x: {}, y: {} } };
  const chart = chartOf({
    initial: 'a',
    states: { a: { ...inner, on: { STAY: '.y', AGAIN: { target: '.y', reenter: true } } } },
  });
  const { snapshot } = startStatechart(chart, { nowUs: 0 });
  expect(logs(stepStatechart(chart, snapshot, event('STAY'), { nowUs: 0 }))).toEqual([]);
  expect(logs(stepStatechart(chart, snapshot, event('AGAIN'), { nowUs: 0 }))).toEqual(['out', 'in']);
});

test('a snapshot is plain JSON, and neither it nor the event is changed by a step', () => {
  const chart = chartOf({
    context: { sum: 0, list: [] },
    on: {
      ADD: {
        actions: {
          type: 'assign',
          params: { sum: '${context.sum + data}', list: '${context.list + [data]}' },
        },
      },
    },
  });
  const { snapshot } = startStatechart(chart, { nowUs: 0 });
  const before = JSON.stringify(snapshot);
  const next = stepStatechart(chart, snapshot, event('ADD', 2), { nowUs: 0 });
  const restored: typeof next.snapshot = JSON.parse(JSON.stringify(next.snapshot));
  expect(restored).toEqual(next.snapshot);
  expect(JSON.stringify(snapshot)).toBe(before);
  expect(stepStatechart(chart, restored, event('ADD', 3), { nowUs: 0 }).snapshot.context).toEqual({
    sum: 5,
    list: [2, 3],
  });
});

test('delays are timers with a due time, and end when their state is left', () => {
  const chart = chartOf({
    context: { wait: 20 },
    initial: 'a',
    states: { a: { after: { 50: 'b', 'context.wait * 2': 'b' }, on: { LEAVE: 'b' } }, b: {} },
  });
  const { snapshot } = startStatechart(chart, { nowUs: 1_000 });
  expect(snapshot.timers.map(({ dueUs }) => dueUs)).toEqual([51_000, 41_000]);
  const due = nextTimer(snapshot);
  expect(due?.dueUs).toBe(41_000);
  const over = stepStatechart(chart, snapshot, event(due?.type ?? ''), { nowUs: 41_000 });
  expect([stateValue(chart, over.snapshot), over.snapshot.timers]).toEqual(['b', []]);
  expect(stepStatechart(chart, snapshot, event('LEAVE'), { nowUs: 0 }).snapshot.timers).toEqual([]);
});

test('an expression without a value is put out as a failure: no guard passes, nothing is assigned', () => {
  const chart = chartOf({
    context: { a: 1 },
    on: {
      G: { guard: 'data.x > 1', actions: log('passed') },
      A: { actions: { type: 'assign', params: { a: 2, b: '${data.x}' } } },
    },
    after: { '0 - 1': {} },
  });
  const start = startStatechart(chart, { nowUs: 0 });
  expect([logs(start), start.snapshot.timers]).toEqual([['failure'], []]);
  expect(logs(stepStatechart(chart, start.snapshot, event('G'), { nowUs: 0 }))).toEqual(['failure']);
  const assigned = stepStatechart(chart, start.snapshot, event('A'), { nowUs: 0 });
  expect([logs(assigned), assigned.snapshot.context]).toEqual([['failure'], { a: 1 }]);
});

test.each([
  ['transitions without an event', { initial: 'a', states: { a: { always: 'b' }, b: { always: 'a' } } }],
  [
    'raised events',
    {
      entry: { type: 'raise', params: { type: 'R' } },
      on: { R: { actions: { type: 'raise', params: { type: 'R' } } } },
    },
  ],
])('%s that go round for ever end the chart at a limit, which is put out', (_, config) => {
  const chart = chartOf(config);
  const { snapshot, outputs } = startStatechart(chart, { nowUs: 0 });
  expect(outputs).toEqual([{ output: 'limit', what: 'microsteps', max: statechartLimits.microsteps }]);
  expect(snapshot.status).toBe('error');
  expect(stepStatechart(chart, snapshot, event('R'), { nowUs: 0 })).toEqual({
    snapshot,
    entered: [],
    outputs: [],
    isTaken: false,
  });
});

test('a step that evaluates without end is ended too, and stays ended where it reaches a final state', () => {
  const count = { type: 'assign', params: { n: '${context.n + 1}' } };
  const many = Array.from({ length: 9_000 }, () => count);
  const chart = chartOf({
    context: { n: 0 },
    initial: 'a',
    states: { a: { always: [{ guard: 'context.n < 90000', actions: many }, 'z'] }, z: { type: 'final' } },
  });
  const { snapshot, outputs } = startStatechart(chart, { nowUs: 0 });
  const max = statechartLimits.evaluations;
  expect(outputs).toEqual([{ output: 'limit', what: 'evaluations', max }]);
  expect(snapshot.status).toBe('error');
});

test('an event that nothing waits for is dropped, and one that only acts or is forbidden is taken', () => {
  const chart = chartOf({
    initial: 'a',
    on: { STOP: '.b' },
    states: {
      a: { on: { ACT: { actions: log('act') }, STOP: {}, NEVER: { guard: 'false', target: 'b' } } },
      b: {},
    },
  });
  const { snapshot } = startStatechart(chart, { nowUs: 0 });
  const taken = (type: string) => stepStatechart(chart, snapshot, event(type), { nowUs: 0 }).isTaken;
  expect(['ACT', 'STOP', 'NEVER', 'OTHER'].map(taken)).toEqual([true, true, false, false]);
});

test('a chart that is done takes nothing, and has left its states from the inside out', () => {
  const chart = chartOf({
    exit: log('machine'),
    initial: 'a',
    output: '${event.type}',
    states: { a: { on: { END: 'z' } }, z: { type: 'final', exit: log('z') } },
  });
  const { snapshot } = startStatechart(chart, { nowUs: 0 });
  const end = stepStatechart(chart, snapshot, event('END'), { nowUs: 0 });
  expect(logs(end)).toEqual(['z', 'machine']);
  expect(end.snapshot).toMatchObject({ status: 'done', output: 'xstate.done.state.(machine).z' });
  expect(stepStatechart(chart, end.snapshot, event('END'), { nowUs: 0 })).toEqual({
    snapshot: end.snapshot,
    entered: [],
    outputs: [],
    isTaken: false,
  });
});

test('a step tells every state that it entered, those it passed through and one entered anew too', () => {
  const region = { initial: 'a', states: { a: { on: { GO: 'b' } }, b: { always: 'c' }, c: {} } };
  const chart = chartOf({ type: 'parallel', states: { one: region, other: region } });
  const start = startStatechart(chart, { nowUs: 0 });
  expect(start.entered.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 5, 6]);
  const step = stepStatechart(chart, start.snapshot, event('GO'), { nowUs: 0 });
  expect(step.entered.toSorted((a, b) => a - b)).toEqual([3, 4, 7, 8]);
  const self = chartOf({ initial: 'a', states: { a: { on: { GO: { target: 'a', reenter: true } } } } });
  const { snapshot } = startStatechart(self, { nowUs: 0 });
  expect(stepStatechart(self, snapshot, event('GO'), { nowUs: 0 }).entered).toEqual([1]);
});

test('a history state that begins to remember by the transition to it leads back whole', () => {
  const chart = chartOf({
    initial: 'on',
    states: {
      on: {
        type: 'parallel',
        entry: log('on'),
        states: {
          a: { initial: 'a1', states: { a1: { on: { N: 'a2' } }, a2: { on: { BACK: '#h' } } } },
          b: { initial: 'b1', states: { b1: {}, b2: {} } },
          h: { id: 'h', type: 'history', history: 'deep' },
        },
      },
    },
  });
  const start = startStatechart(chart, { nowUs: 0 });
  const moved = stepStatechart(chart, start.snapshot, event('N'), { nowUs: 0 });
  const back = stepStatechart(chart, moved.snapshot, event('BACK'), { nowUs: 0 });
  expect(logs(back)).toEqual(['on']);
  expect(stateValue(chart, back.snapshot)).toEqual({ on: { a: 'a2', b: 'b1' } });
  expect(back.snapshot.states.toSorted((x, y) => x - y)).toEqual(
    moved.snapshot.states.toSorted((x, y) => x - y),
  );
});

test('what is emitted has the key of its cause, unless it has its own', () => {
  const emit = (params: object) => ({ type: 'emit', params: { type: 'Out', ...params } });
  const chart = chartOf({
    on: { A: { actions: [emit({}), emit({ key: '${key}-2', to: 'bus', data: [1] })] } },
  });
  const { snapshot } = startStatechart(chart, { nowUs: 0 });
  expect(stepStatechart(chart, snapshot, event('A'), { nowUs: 0 }).outputs).toEqual([
    { output: 'emit', to: '', type: 'Out', key: 'k', data: null },
    { output: 'emit', to: 'bus', type: 'Out', key: 'k-2', data: [1] },
  ]);
});

test('random numbers come from the host, and only where they are asked for', () => {
  const chart = chartOf({ on: { A: { guard: 'random < 0.5', actions: log('${random}') }, B: {} } });
  const { snapshot } = startStatechart(chart, { nowUs: 0 });
  let drawn = 0;
  const moment = { nowUs: 0, random: () => (drawn += 1) / 8 };
  expect(logs(stepStatechart(chart, snapshot, event('A'), moment))).toEqual([0.25]);
  stepStatechart(chart, snapshot, event('B'), moment);
  expect(drawn).toBe(2);
});
