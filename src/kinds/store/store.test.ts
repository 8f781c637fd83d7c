import { describe, expect, test } from 'vitest';
import { checkLifecycle } from '#engine/automata/checkLifecycle';
import type { Intervention } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import type { HandlerView } from '#kinds/handler/HandlerView';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { storeLifecycle } from './storePorts';
import type { StoreView } from './StoreView';

interface Action {
  readonly operation: string;
  readonly value?: Json;
  readonly key?: string;
}

/** One event at time 0, a handler that does these writes after 10 ms, and a store. */
function load(
  actions: readonly Action[],
  settings: Settings = {},
  interventions: readonly Intervention[] = [],
): Run {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'store',
      untilMs: 0,
      eventTypes: [{ id: 'OrderPlaced' }],
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: { generation: 'script', script: [{ atMs: 0, type: 'OrderPlaced', key: 'order-1' }] },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0 },
        {
          id: 'view',
          kind: 'handler',
          x: 0,
          y: 0,
          settings: {
            service: { law: 'constant', mean: 10 },
            actions: actions.map(({ operation, value = 1, key }) => ({
              do: 'write',
              operation,
              value,
              ...(key === undefined ? {} : { key: 'fixed', fixedKey: key }),
            })),
          },
        },
        { id: 'table', kind: 'store', x: 0, y: 0, settings },
      ],
      wires: [
        { id: 'placed', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        { id: 'to-view', from: { node: 'orders', port: 'out' }, to: { node: 'view', port: 'in' } },
        { id: 'rows', from: { node: 'view', port: 'store' }, to: { node: 'table', port: 'in' } },
      ],
      interventions,
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const run = new Run(runningKinds);
  run.load(result.value);
  return run;
}

const viewAt = (run: Run, timeMs = 1_000) => run.frame({ timeUs: timeMs * 1000 }).nodes[3]?.view as StoreView; // Node 3 is the store.
const handlerAt = (run: Run, timeMs = 1_000) =>
  run.frame({ timeUs: timeMs * 1000 }).nodes[2]?.view as HandlerView; // Node 2 is the handler.

function valueAfter(actions: readonly Action[], initial?: Json): string | undefined {
  const settings = initial === undefined ? {} : { initial: [{ key: 'order-1', value: initial }] };
  return viewAt(load(actions, settings)).recent.find(({ key }) => key === 'order-1')?.value;
}

test('the lifecycle is sound', () => {
  expect(checkLifecycle(storeLifecycle)).toEqual([]);
});

describe('writes', () => {
  test.each<readonly [string, Action, Json | undefined, string]>([
    ['set puts a value', { operation: 'set', value: { state: 'paid' } }, undefined, '{"state":"paid"}'],
    ['set replaces a value', { operation: 'set', value: 2 }, 1, '2'],
    ['increment adds', { operation: 'increment', value: 5 }, 2, '7'],
    ['increment of nothing begins at 0', { operation: 'increment', value: 5 }, undefined, '5'],
    ['increment takes what is not a number as 0', { operation: 'increment', value: 5 }, 'many', '5'],
    ['append adds to a list', { operation: 'append', value: 3 }, [1, 2], '[1,2,3]'],
    ['append to nothing begins a list', { operation: 'append', value: 3 }, undefined, '[3]'],
    ['addToRead adds to what was read', { operation: 'addToRead', value: 5 }, 2, '7'],
  ])('%s', (_, action, initial, expected) => {
    expect(valueAfter([action], initial)).toBe(expected);
  });

  test('delete takes the key away', () => {
    const initial = [
      { key: 'order-1', value: 1 },
      { key: 'order-2', value: 2 },
    ];
    const run = load([{ operation: 'delete' }], { initial });
    expect(viewAt(run, 5).keys).toBe(2);
    expect(viewAt(run).keys).toBe(1);
  });

  test('keys that JavaScript knows are keys like any other', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const view = viewAt(load(names.map((key) => ({ operation: 'increment', key }))));
    expect(view.keys).toBe(3);
    expect(view.recent).toEqual(names.toReversed().map((key) => ({ key, value: '1' })));
  });
});

describe('the view', () => {
  test('shows the five keys written last, newest first', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'b'];
    const { recent } = viewAt(load(keys.map((key) => ({ operation: 'set', key }))));
    expect(recent.map(({ key }) => key)).toEqual(['b', 'f', 'e', 'd', 'c']);
  });

  test('cuts long values at 40 characters', () => {
    expect(valueAfter([{ operation: 'set', value: 'x'.repeat(100) }])).toBe(`"${'x'.repeat(38)}…`);
  });

  test('counts reads and writes, and what is under way', () => {
    const run = load([{ operation: 'addToRead' }, { operation: 'set', key: 'other' }], {
      latency: { law: 'constant', mean: 4 },
    });
    expect(viewAt(run, 3)).toMatchObject({ busy: 1, reads: 0, writes: 0 });
    expect(viewAt(run)).toMatchObject({ busy: 0, reads: 1, writes: 2 });
  });
});

describe('faults', () => {
  const during = (atMs: number, what: 'pause' | 'resume' | 'crash' | 'revive'): Intervention => ({
    id: `${what}-${atMs}`,
    atUs: atMs * 1000,
    afterStep: 0,
    action: { do: what, node: 'table' },
  });

  test('a paused store serves what came meanwhile when it is resumed', () => {
    const run = load([{ operation: 'set' }], {}, [during(5, 'pause'), during(50, 'resume')]);
    expect(viewAt(run, 40).writes).toBe(0);
    expect(handlerAt(run, 40).working[0]?.phase).toBe('calling');
    expect(viewAt(run).writes).toBe(1);
    expect(handlerAt(run)).toMatchObject({ done: 1, failed: 0 });
  });

  test('a crash breaks off the access under way, keeps the values, and fails the work', () => {
    const settings = { latency: { law: 'constant', mean: 10 }, initial: [{ key: 'order-1', value: 7 }] };
    const run = load([{ operation: 'set' }], settings, [during(15, 'crash'), during(100, 'revive')]);
    expect(viewAt(run).recent).toEqual([{ key: 'order-1', value: '7' }]);
    expect(handlerAt(run)).toMatchObject({ done: 0, failed: 1 });
  });

  test('an access to a store that is down fails at once', () => {
    const run = load([{ operation: 'set' }], {}, [during(5, 'crash')]);
    expect(handlerAt(run, 10)).toMatchObject({ done: 0, failed: 1, busy: 0 });
  });
});
