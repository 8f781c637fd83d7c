import { describe, expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { keysOf } from '#engine/runtime/keysOf';
import { recordStep } from '#engine/runtime/frames';
import { reportOf } from '#engine/runtime/report';
import { Run } from '#engine/runtime/Run';
import { Simulation } from '#engine/runtime/Simulation';
import type { TraceEntry } from '#engine/runtime/Trace';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { BusView } from '../BusView';

/** What is published, in order, one a second: `placed` or `placed:key`. */
interface World {
  readonly script: string;
  readonly protocol: Settings;
  readonly bus?: Settings;
  /** By event: how long it is worked on, in milliseconds; else 10. */
  readonly slow?: Readonly<Record<string, number>>;
  readonly workers?: number;
  readonly untilMs?: number;
  readonly call?: 'wait' | 'fireAndForget';
  readonly everyMs?: number;
  readonly interventions?: readonly object[];
}

const types = ['placed', 'paid', 'sent'];

function documentOf(world: World) {
  const {
    script,
    protocol,
    bus = {},
    slow = {},
    workers = 1,
    untilMs = 0,
    call = 'fireAndForget',
    everyMs = 1000,
  } = world;
  const steps = script.split(' ').map((one, index) => {
    const [type = '', key = 'k'] = one.split(':');
    return { atMs: index * everyMs, type, key };
  });
  const services = Object.entries(slow).map(([type, mean]) => ({ type, service: { law: 'constant', mean } }));
  const parsed = parseFlow(
    {
      busbar: 1,
      name: 'protocols',
      untilMs,
      eventTypes: types.map((id) => ({ id })),
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: { generation: 'script', script: steps, call },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0, settings: bus },
        {
          id: 'clerk',
          kind: 'handler',
          x: 0,
          y: 0,
          settings: { workers, service: { law: 'constant', mean: 10 }, serviceByType: services },
        },
        { id: 'dead', kind: 'bus', x: 0, y: 0, settings: { purpose: 'deadLetters' } },
      ],
      wires: [
        { id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        { id: 'out', from: { node: 'orders', port: 'out' }, to: { node: 'clerk', port: 'in' } },
        { id: 'dlq', from: { node: 'orders', port: 'deadLetter' }, to: { node: 'dead', port: 'in' } },
      ],
      protocols: [{ id: 'p', name: 'Rule', settings: { bus: 'orders', ...protocol } }],
      interventions: world.interventions ?? [],
    },
    kinds,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function runOf(world: World) {
  const simulation = new Simulation(planFlow(documentOf(world), runningKinds));
  const entries: TraceEntry[] = [];
  for (let entry = recordStep(simulation); entry !== null; entry = recordStep(simulation))
    entries.push(entry);
  const report = reportOf(simulation);
  const [rule] = report.protocols;
  if (rule === undefined) throw new Error('The flow has a protocol.');
  const node = simulation.plan.indexOfNode.get('orders') ?? 0;
  const view = simulation.plan.nodes[node]?.behaviour.view(
    simulation.stateOf(node),
    simulation.plan.nodes[node]?.plan,
  ) as BusView;
  const worked = entries
    .filter(({ kind, facts }) => kind === 'finish' && facts.some(({ code }) => code === 'worked'))
    .map(({ token }) => types[token?.type ?? -1]);
  return { simulation, entries, report, rule, view, worked };
}

const happenings = (entries: readonly TraceEntry[], code: string) =>
  entries.flatMap(({ step, facts }) =>
    facts.filter((one) => one.code === code).map((one) => ({ step, ...one })),
  );

const response = { pattern: 'response', first: 'placed', second: 'paid' };
const inOrder = { source: 'regex', expression: '(placed paid sent)*' };

describe('a monitor', () => {
  test('says of each key how it stands, and changes nothing in the run', () => {
    const script = 'placed:a placed:b paid:a';
    const { rule, report } = runOf({ script, protocol: response });
    expect(rule.standings).toEqual({ accepting: 1, pending: 1, satisfied: 0, violated: 0 });
    expect(rule.keys).toMatchObject([
      { key: 'b', standing: 'pending', state: '→ paid', sinceUs: 1_000_000 },
      { key: 'a', standing: 'accepting', state: '✓' },
    ]);
    const without = runOf({ script, protocol: { ...response, bus: 'dead' } });
    expect(report.hash).toBe(without.report.hash);
  });

  test('tells how many keys stand where, and of any key how it stands', () => {
    const script = 'placed:a placed:b paid:a placed:c';
    const { rule, simulation, view } = runOf({ script, protocol: response });
    const node = simulation.plan.indexOfNode.get('orders') ?? 0;
    const ask = (of: string, like: string, key: string) => keysOf(simulation, node, { of, like, key });
    expect(ask('p', 'b', 'b')).toMatchObject({
      count: 3,
      found: ['b'],
      detail: [{ group: '', key: 'b', standing: 'pending', state: '→ paid' }],
    });
    expect(ask('p', '', 'x')).toMatchObject({ matching: 3, detail: null });
    expect(ask('other', '', 'b')).toMatchObject({ count: 0, detail: null });
    expect(rule.tokens).toEqual([1, 2]);
    expect(view.monitors[0]?.tokens).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  test('what is pending at the end keeps the end from being a legal one', () => {
    expect(runOf({ script: 'placed paid', protocol: response }).report.status).toBe('ended');
    expect(runOf({ script: 'placed', protocol: response }).report).toMatchObject({
      status: 'stuck',
      waiting: ['orders'],
    });
  });

  test('is violated as soon as no legal end can be reached, names the step, and stays so', () => {
    const { rule, entries, view } = runOf({ script: 'placed sent paid sent', protocol: inOrder });
    const [broken, ...more] = happenings(entries, 'protocol-violated');
    expect(more).toEqual([]);
    expect(broken).toMatchObject({ detail: 'Rule', token: { type: 2, subject: 'k' } });
    expect(rule.first).toEqual({ key: 'k', group: '', step: broken?.step, timeUs: 1_000_000, type: 2 });
    expect(rule.keys).toMatchObject([
      { standing: 'violated', state: '→ paid → sent', brokenStep: broken?.step },
    ]);
    expect(view.monitors).toMatchObject([{ id: 'p', standings: { violated: 1 }, isUnknown: false }]);
  });

  test('says when a key is satisfied for ever', () => {
    const protocol = { pattern: 'existence', first: 'placed', count: 2 };
    const { rule, entries } = runOf({ script: 'placed placed placed', protocol });
    expect(rule.standings.satisfied).toBe(1);
    expect(happenings(entries, 'protocol-satisfied')).toHaveLength(1);
  });

  test('follows all events together where keys do not count, from before the first of them', () => {
    const protocol = { ...response, instances: 'all' };
    expect(runOf({ script: 'placed:a paid:b', protocol }).rule.standings.accepting).toBe(1);
    const never = { pattern: 'existence', first: 'sent', count: 1, instances: 'all' };
    expect(runOf({ script: 'placed', protocol: never }).rule.keys).toMatchObject([
      { key: '', standing: 'pending', sinceUs: 0 },
    ]);
  });

  test.each([
    ['ignored', 'accepting'],
    ['violation', 'violated'],
  ])('events that its automaton does not know are %s, so that the key is %s', (others, standing) => {
    const { rule } = runOf({ script: 'placed sent paid', protocol: { ...response, others } });
    expect(rule.keys).toMatchObject([{ standing }]);
  });

  test('of keys beyond the limit it says that nothing is known', () => {
    const { rule, entries, view } = runOf({
      script: 'placed:a placed:b placed:c',
      protocol: { ...response, maxInstances: 1 },
    });
    expect(rule).toMatchObject({ followed: 1, missed: 2 });
    expect(happenings(entries, 'protocol-unknown')).toHaveLength(1);
    expect(view.monitors[0]?.isUnknown).toBe(true);
  });

  test('one whose source says nothing follows nothing, and one that needs too much says so', () => {
    expect(runOf({ script: 'placed', protocol: { source: 'regex' } }).rule).toMatchObject({
      unsound: 'incomplete',
      followed: 0,
    });
    const large = { source: 'regex', expression: '(placed | paid)* placed (placed | paid){30}' };
    expect(runOf({ script: 'placed', protocol: large })).toMatchObject({
      rule: { unsound: 'too-large', followed: 0 },
      report: { status: 'ended' },
    });
  });
});

describe('what is watched makes the difference', () => {
  // Two clerks: the first event takes so long that the second overtakes it.
  const world = {
    script: 'placed paid',
    everyMs: 10,
    slow: { placed: 500 },
    workers: 2,
  };
  const protocol = { pattern: 'precedence', first: 'placed', second: 'paid' };

  test.each([
    ['publish', 0],
    ['delivery', 0],
    ['completion', 1],
  ])('overtaking shows in the order of %s: %d broken', (watch, violated) => {
    expect(runOf({ ...world, protocol: { ...protocol, watch } }).rule.standings.violated).toBe(violated);
  });

  test('an event that is delivered again comes again in the order of delivery, and once in that of completion', () => {
    const bus = { guarantee: 'atLeastOnce', ackTimeoutMs: 100, maxAttempts: 2 };
    const again = { script: 'placed', slow: { placed: 150 }, workers: 2, bus };
    const once = { pattern: 'atMost', first: 'placed', count: 1 };
    expect(runOf({ ...again, protocol: { ...once, watch: 'delivery' } }).rule.standings.violated).toBe(1);
    expect(runOf({ ...again, protocol: { ...once, watch: 'publish' } }).rule.standings.violated).toBe(0);
  });
});

describe('a protocol with a say', () => {
  test('rejects what would break it: the caller hears so, and nobody else ever sees the event', () => {
    const { rule, worked, entries, report, simulation } = runOf({
      script: 'paid placed paid sent',
      protocol: { ...inOrder, mode: 'reject' },
      call: 'wait',
    });
    expect(simulation.stateOf(1)).toMatchObject({ keptOut: [1] });
    expect(worked).toEqual(['placed', 'paid', 'sent']);
    expect(happenings(entries, 'refused').find(({ detail }) => detail === 'would break Rule')).toMatchObject({
      token: { type: 1 },
    });
    expect(rule.standings).toMatchObject({ accepting: 1, violated: 0 });
    expect(report.status).toBe('ended');
  });

  test('sends what would break it to the dead letters, whole', () => {
    const { worked, entries, simulation } = runOf({
      script: 'sent placed paid sent',
      protocol: { ...inOrder, mode: 'deadLetter' },
    });
    expect(worked).toEqual(['placed', 'paid', 'sent']);
    expect(happenings(entries, 'dead-lettered')).toHaveLength(1);
    const dead = simulation.plan.indexOfNode.get('dead') ?? 0;
    expect(
      simulation.plan.nodes[dead]?.behaviour.view(
        simulation.stateOf(dead),
        simulation.plan.nodes[dead]?.plan,
      ),
    ).toMatchObject({ keptCount: 1 });
  });

  test.each([['independent'], ['loop']])(
    'parks what would break it and lets it in when it is legal (%s)',
    (dispatch) => {
      const { worked, entries, view, report } = runOf({
        script: 'sent paid placed',
        protocol: { ...inOrder, mode: 'park' },
        bus: { dispatch },
      });
      expect(worked).toEqual(['placed', 'paid', 'sent']);
      expect(happenings(entries, 'parked').map(({ token }) => token?.type)).toEqual([2, 1]);
      expect(happenings(entries, 'unparked').map(({ token }) => token?.type)).toEqual([1, 2]);
      expect(view.parkedCount).toBe(0);
      expect(report.status).toBe('ended');
    },
  );

  test.each([['inline'], ['blockingCall']])(
    'on a synchronous bus the caller waits with what is parked (%s)',
    (reading) => {
      const { worked, view } = runOf({
        script: 'paid placed sent',
        protocol: { ...inOrder, mode: 'park' },
        bus: { delivery: 'sync', reading },
      });
      expect(worked).toEqual(['placed', 'paid', 'sent']);
      expect(view.parkedCount).toBe(0);
    },
  );

  test('what is parked and never becomes legal is seen, and leaves the run stuck', () => {
    const { view, report } = runOf({ script: 'sent:a placed:b', protocol: { ...inOrder, mode: 'park' } });
    expect(view).toMatchObject({ parkedCount: 1, parked: [{ subject: 'a' }] });
    expect(report).toMatchObject({ status: 'stuck', waiting: ['orders'] });
  });

  test('a full queue does not refuse what was parked before', () => {
    const { worked, entries } = runOf({
      script: 'sent paid placed',
      everyMs: 1,
      slow: { placed: 50, paid: 50, sent: 50 },
      protocol: { ...inOrder, mode: 'park' },
      bus: { capacity: 1, overflow: 'reject' },
    });
    expect(worked).toEqual(['placed', 'paid', 'sent']);
    expect(happenings(entries, 'refused')).toEqual([]);
  });

  test('a crash loses what is parked on a bus that keeps nothing, and what is acknowledged comes back', () => {
    const interventions = [
      { id: 'i1', atUs: 1_500_000, afterStep: 0, action: { do: 'crash', node: 'orders' } },
      { id: 'i2', atUs: 1_600_000, afterStep: 0, action: { do: 'revive', node: 'orders' } },
    ];
    const world = { script: 'sent paid placed', protocol: { ...inOrder, mode: 'park' }, interventions };
    expect(runOf(world).worked).toEqual(['placed']);
    expect(runOf({ ...world, bus: { guarantee: 'atLeastOnce' } }).worked).toEqual(['placed', 'paid', 'sent']);
  });
});

test('a run answers how the protocols of a bus stood at any place', () => {
  const run = new Run(runningKinds);
  run.load(documentOf({ script: 'placed paid', protocol: response, untilMs: 5_000 }));
  const standing = (timeUs: number) => run.protocols(1, { timeUs })[0]?.keys[0]?.standing;
  expect([standing(500_000), standing(1_500_000), standing(500_000)]).toEqual([
    'pending',
    'accepting',
    'pending',
  ]);
});

test('a run that ends by itself names the keys for which it may not', () => {
  const run = new Run(runningKinds);
  run.load(documentOf({ script: 'placed:a placed:b placed:c placed:d paid:d placed:e', protocol: response }));
  while (run.advance(1000));
  expect(run.summary()).toMatchObject({
    status: 'stuck',
    isBlocked: false,
    unmet: [
      {
        name: 'Rule',
        waiting: { count: 4, keys: ['a', 'b', 'c'] },
        violated: { count: 0, keys: [] },
      },
    ],
  });
});
