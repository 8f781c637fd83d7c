import { expect, test } from 'vitest';
import { exportStatechart } from '#engine/model/statechart/exportStatechart';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import { handlerFields } from '#kinds/handler/handlerFields';
import { renameEmitTargets } from './emitTargets';

const emit = (to: string) => ({ type: 'emit', params: { type: 'Paid', to } });

/** A chart that emits to a bus in every place where a chart can, and holds what only looks like an emission. */
const chartTo = (to: string) => {
  const read = readStatechart(
    {
      id: 'c',
      context: { type: 'emit', params: { to: 'bus' }, inner: emit('bus') },
      initial: 'params',
      entry: [emit(to)],
      states: {
        params: {
          exit: [emit(to)],
          on: { go: [{ target: 'type', actions: [emit(to)] }] },
          after: { '10': [{ target: 'type', actions: [emit(to)] }] },
          always: [{ target: 'type', guard: 'false', actions: [emit(to)] }],
        },
        type: {
          initial: { target: 'a', actions: [emit(to)] },
          onDone: [{ target: 'params', actions: [emit(to)] }],
          states: {
            a: { entry: [{ type: 'assign', params: { type: 'emit', params: { to: 'bus' } } }] },
            b: { type: 'final', entry: [emit(to), { type: 'log', params: { message: 'bus' } }] },
          },
        },
      },
    },
    null,
  );
  if (!read.ok) throw new Error(read.problems[0]?.code);
  return exportStatechart(read.value);
};

test('every emission to a bus follows it to its new id, and nothing else changes', () => {
  const rename = (id: string) => (id === 'bus' ? 'bus-2' : id);
  const settings = { name: 'bus', chart: chartTo('bus') };
  expect(JSON.stringify(settings).split('"to":"bus"')).toHaveLength(12);
  expect(renameEmitTargets(handlerFields, settings, rename)).toEqual({
    name: 'bus',
    chart: chartTo('bus-2'),
  });
  const other = { chart: chartTo('elsewhere') };
  expect(renameEmitTargets(handlerFields, other, rename)).toEqual(other);
});

test('settings without a chart stay as they are', () => {
  expect(renameEmitTargets(handlerFields, { chart: null, workers: 2 }, () => 'x')).toEqual({
    chart: null,
    workers: 2,
  });
});
