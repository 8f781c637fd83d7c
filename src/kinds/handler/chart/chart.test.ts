import { describe, expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import type { Result } from '#engine/model/Problem';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { decodeLink, encodeLink } from '#engine/share/link';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { HandlerView } from '../HandlerView';

interface Scripted {
  readonly atMs: number;
  readonly type: string;
  readonly key: string;
  readonly data?: Json;
}

const order = {
  id: 'order',
  initial: 'new',
  states: {
    new: { on: { Placed: 'waiting' } },
    waiting: { on: { Paid: 'paid' }, after: { 100: 'late' } },
    paid: { type: 'final' },
    late: { on: { Paid: 'paid' } },
  },
};

function documentWith(settings: Readonly<Record<string, Json>>, script: readonly Scripted[] = []) {
  const wire = (id: string, from: string, to: string) => ({
    id,
    from: { node: from, port: 'out' },
    to: { node: to, port: 'in' },
  });
  return {
    busbar: 1,
    name: 'chart',
    untilMs: 0,
    eventTypes: [{ id: 'Placed' }, { id: 'Paid' }, { id: 'Said' }],
    nodes: [
      { id: 'shop', kind: 'publisher', x: 0, y: 0, settings: { generation: 'script', script } },
      { id: 'bus', kind: 'bus', x: 0, y: 0 },
      {
        id: 'saga',
        kind: 'handler',
        x: 0,
        y: 0,
        settings: {
          service: { law: 'constant', mean: 0 },
          behaviour: 'statechart',
          chart: order,
          ...settings,
        },
      },
      { id: 'left', kind: 'bus', x: 0, y: 0, settings: { unrouted: 'keep' } },
      { id: 'right', kind: 'bus', x: 0, y: 0, settings: { unrouted: 'keep' } },
    ],
    wires: [
      wire('w1', 'shop', 'bus'),
      wire('w2', 'bus', 'saga'),
      wire('w3', 'saga', 'left'),
      wire('w4', 'saga', 'right'),
    ],
  };
}

function valueOf(result: Result<FlowDoc>): FlowDoc {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function run(settings: Readonly<Record<string, Json>>, script: readonly Scripted[]): Run {
  const made = new Run(runningKinds);
  made.load(valueOf(parseFlow(documentWith(settings, script), kinds)));
  while (made.advance(100_000));
  return made;
}

const placed = (key: string, atMs = 0): Scripted => ({ atMs, type: 'Placed', key });
const paid = (key: string, atMs = 0): Scripted => ({ atMs, type: 'Paid', key });
function viewAt(made: Run, place: { step: number } | { timeUs: number }) {
  const view = made.frame(place).nodes[2]?.view as HandlerView | undefined; // Node 2 is the handler.
  return view?.chart;
}
const endOf = (made: Run) => viewAt(made, { step: made.summary().steps });

test('the times that instances spend in the states add up to the time since each of them began, exactly', () => {
  const made = run({}, [placed('a', 10), placed('b', 30), paid('a', 70), paid('b', 400)]);
  const { timeUs, steps } = made.summary();
  const view = viewAt(made, { step: steps });
  const total = new Map(
    view?.states.map(({ index, now, sumUs, sinceUs }) => [index, sumUs + now * (timeUs - sinceUs)]),
  );
  // The outermost state is first, and every instance is in it from its beginning.
  expect(total.get(0)).toBe(timeUs - 10_000 + (timeUs - 30_000));
  const inner = [...total].filter(([index]) => index > 0).reduce((sum, [, us]) => sum + us, 0);
  expect(inner).toBe(total.get(0));
  expect(view?.states.find(({ index }) => index === 4)).toMatchObject({ entered: 1, sumUs: 270_000 });
});

test('any key can be asked for, however long ago it moved, at any moment', () => {
  const many = Array.from({ length: 40 }, (_, index) => placed(`key-${index}`, index));
  const made = run({}, [...many, paid('key-3', 50)]);
  const asked = (like: string, key: string | null, timeUs: number) =>
    made.keys(2, { of: '', like, key }, { timeUs });
  expect(asked('3', 'key-3', 60_000)).toMatchObject({
    question: { like: '3', key: 'key-3' },
    count: 40,
    matching: 13,
    detail: { key: 'key-3', text: 'paid', status: 'done', sinceUs: 50_000 },
  });
  expect(asked('key-3', 'key-3', 10_000)).toMatchObject({ count: 11, detail: { text: 'waiting' } });
  expect(asked('', 'nobody', 60_000)).toMatchObject({ matching: 40, detail: null });
  // The view of the face tells of those that moved last, and no node but the handler has keys.
  expect(viewAt(made, { timeUs: 60_000 })?.recent.map(({ key }) => key)).not.toContain('key-4');
  expect(made.keys(0, { of: '', like: '', key: null }, { timeUs: 60_000 }).count).toBe(0);
});

test('the books count a state that was passed through within one step', () => {
  const chart = { ...order, states: { ...order.states, waiting: { always: 'paid' } } };
  const made = run({ chart }, [placed('a'), placed('b')]);
  const passed = endOf(made)?.states.find(({ index }) => index === 2);
  expect(passed).toMatchObject({ now: 0, entered: 2, sumUs: 0 });
});

test('a run whose charts have not come to their end ends stuck; one whose chart has no end may end anywhere', () => {
  expect(run({}, [placed('a'), paid('a', 1)]).summary().status).toBe('ended');
  expect(run({}, [placed('a')]).summary()).toMatchObject({
    status: 'stuck',
    isBlocked: false,
    unmet: [{ waiting: { count: 1, keys: ['a'] }, violated: { count: 0 } }],
  });
  const { paid: _paid, ...states } = order.states;
  const endless = { ...order, states: { ...states, waiting: {}, late: {} } };
  expect(run({ chart: endless }, [placed('a')]).summary().status).toBe('ended');
});

test('an emission to one bus goes nowhere else, and an event type that the flow has not is a failure', () => {
  const say = (params: Json) => ({ type: 'emit', params });
  const chart = {
    id: 'm',
    on: { Placed: { actions: [say({ type: 'Said', to: 'right' }), say({ type: 'Nothing' })] } },
  };
  const made = run({ chart }, [placed('a')]);
  const reached = made
    .entries({ from: 1, count: 100 })
    .filter(({ kind, node }) => kind === 'publish' && node > 2)
    .map(({ node }) => node);
  expect(reached).toEqual([4]);
  expect(made.summary().facts['expression-failed']).toBe(1);
});

test('a chart that goes round for ever is broken off, said, and not taken for a legal end', () => {
  const chart = {
    id: 'm',
    initial: 'a',
    states: { a: { on: { Placed: 'b' } }, b: { always: 'c' }, c: { always: 'b' } },
  };
  const made = run({ chart }, [placed('a'), placed('a', 1)]);
  expect(endOf(made)).toMatchObject({ broken: 1, unhandled: 1 });
  expect(made.summary()).toMatchObject({
    status: 'stuck',
    facts: { 'chart-limit': 1 },
    isBlocked: false,
    unmet: [{ waiting: { count: 0 }, violated: { count: 1, keys: ['a'] } }],
  });
});

describe('with more keys than there may be instances', () => {
  const keys = Array.from({ length: 50 }, (_, index) => index);
  const crowd = (chart: Json): Run => {
    const made = new Run(runningKinds);
    const doc = documentWith({ chart });
    const shop = {
      ...doc.nodes[0],
      settings: {
        generation: 'interval',
        interval: { law: 'constant', mean: 1 },
        count: 10_000 + keys.length,
        keyChoice: 'sequence',
        mix: [{ type: 'Placed' }],
      },
    };
    made.load(valueOf(parseFlow({ ...doc, nodes: [shop, ...doc.nodes.slice(1)] }, kinds)));
    while (made.advance(100_000));
    return made;
  };

  test('those that ended first are forgotten, and said', () => {
    const made = crowd({
      id: 'm',
      initial: 'a',
      states: { a: { on: { Placed: 'z' } }, z: { type: 'final' } },
    });
    expect(endOf(made)).toMatchObject({ instances: 10_000, done: 10_050 });
    expect(made.summary().facts).toMatchObject({ forgotten: keys.length, worked: 10_050 });
  });

  test('work on further keys fails while none has ended, and says why', () => {
    const made = crowd({ id: 'm' });
    expect(endOf(made)).toMatchObject({ instances: 10_000 });
    expect(made.summary().facts).toMatchObject({ 'chart-limit': keys.length, failed: keys.length });
  });
});

test('problems of a chart are told with their path into it, and refuse the flow', () => {
  const chart = { id: 'm', initial: 'a', states: { a: { on: { Go: 'nowhere' }, tags: ['x'] } } };
  const result = parseFlow(documentWith({ chart }), kinds);
  const path = ['nodes', 2, 'settings', 'chart', 'states', 'a'];
  expect(result.ok).toBe(false);
  expect(result.problems).toMatchObject([
    { code: 'statechart-left-out', severity: 'warning', path: [...path, 'tags'] },
    { code: 'statechart-target', severity: 'error', path: [...path, 'on', 'Go'] },
  ]);
});

test('a flow opens with a guard that does not parse, whose failure the run tells where it is needed', () => {
  const chart = {
    id: 'm',
    initial: 'a',
    states: { a: { on: { Placed: { guard: 'data.', target: 'b' } } }, b: {} },
  };
  const made = run({ chart }, [placed('a')]);
  expect(made.summary().facts).toMatchObject({ 'expression-failed': 1, unhandled: 1 });
});

test('a chart deeper than other data of a flow is refused, so that every flow that opens can be saved', () => {
  let state: Json = {};
  for (let depth = 0; depth < 20; depth += 1) state = { initial: 's', states: { s: state } };
  const { problems } = parseFlow(documentWith({ chart: state }), kinds);
  expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
});

test('a chart travels in a link whole', () => {
  const doc = valueOf(parseFlow(documentWith({ chartInstances: 'one', chartOnCrash: 'forget' }), kinds));
  const link = encodeLink({ doc, step: 0, timeUs: 0, hash: '' }, kinds);
  const opened = link.ok ? decodeLink(link.value, kinds) : link;
  expect(opened.ok && opened.value.doc).toEqual(doc);
});
