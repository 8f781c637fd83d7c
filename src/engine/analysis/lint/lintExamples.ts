import type { Drawing } from './drawFlow';
import type { LintCode } from './rules/index';

/** One drawing of which a rule warns, and one nearby of which it does not. */
export interface LintExample {
  readonly bad: Drawing;
  readonly good: Drawing;
}

const steady = (mean: number) => ({ law: 'constant', mean });
const make = (mean = 1000, more: object = {}) =>
  ['publisher', { interval: steady(mean), mix: [{ type: 'T' }], ...more }] as const;
const work = (mean = 100, more: object = {}) => ['handler', { service: steady(mean), ...more }] as const;
const bus = (settings: object = {}) => ['bus', { ...settings }] as const;
const emit = (more: object = {}) => ({ actions: [{ do: 'emit', ...more }] });
const write = (operation: string, more: object = {}) => ({ do: 'write', operation, ...more });
const again = { guarantee: 'atLeastOnce', redeliveryDelayMs: 500 } as const;

/** Publisher, bus, handler. */
const line = (
  parts: Partial<Record<'p' | 'b' | 'h', readonly [string, object]>> = {},
  more: object = {},
): Drawing => ({
  nodes: { p: make(), b: bus(), h: work(), ...parts } as Drawing['nodes'],
  wires: ['p>b', 'b>h'],
  ...more,
});

/** As above, with a store behind the handler. */
const stored = (b: object, h: object, more: object = {}): Drawing => ({
  nodes: { p: make(), b: bus(b), h: work(100, h), s: 'store' },
  wires: ['p>b', 'b>h', 'h.store>s'],
  ...more,
});

const fault = (settings: object) => ({ faults: [{ id: 'f', name: 'Outage', settings }] });
const twoHandlers = (b: object, h: object = {}): Drawing => ({
  nodes: { p: make(), b: bus(b), h: work(100, h), g: work(100, h), s: 'store' },
  wires: ['p>b', 'b>h', 'b>g', 'h.store>s', 'g.store>s'],
});
/** A handler whose events come back to it. */
const loop = (gain: number): Drawing => ({
  nodes: { p: make(), b: bus(), h: work(1, emit({ probability: gain })) },
  wires: ['p>b', 'b>h', 'h>b'],
});
const callCircle = (delivery: string): Drawing => ({
  nodes: {
    p: make(),
    b: bus({ delivery: 'sync' }),
    h: work(1, emit()),
    c: bus({ delivery }),
    g: work(1, emit()),
  },
  wires: ['p>b', 'b>h', 'h>c', 'c>g', 'g>b'],
});
const boundedCircle = (overflow: string): Drawing => ({
  nodes: {
    p: make(),
    b: bus({ capacity: 5, overflow }),
    h: work(1, emit({ probability: 0.5 })),
    c: bus({ capacity: 5, overflow }),
    g: work(1, emit({ probability: 0.5 })),
  },
  wires: ['p>b', 'b>h', 'h>c', 'c>g', 'g>b'],
});
const callChain = (last: string): Drawing => ({
  nodes: {
    p: make(1000, { call: 'wait' }),
    a: bus({ delivery: 'sync' }),
    h: work(1, emit()),
    b: bus({ delivery: 'sync' }),
    g: work(1, emit()),
    c: bus({ delivery: last }),
    i: work(1),
  },
  wires: ['p>a', 'a>h', 'h>b', 'b>g', 'g>c', 'c>i'],
});
const priorities = (more: object, mean: number): Drawing =>
  line({
    p: make(100),
    b: bus({ order: 'priority', priorities: [{ type: 'T', priority: 1 }], ...more }),
    h: work(mean),
  });
const protocol = (expression: string) => ({
  protocols: [{ id: 'r', name: 'Order', settings: { source: 'regex', bus: 'b', expression } }],
});

/** By the code of the rule. */
export const lintExamples: Readonly<Record<LintCode, LintExample>> = {
  'nobody-subscribed': { bad: { nodes: { p: make(), b: 'bus' }, wires: ['p>b'] }, good: line() },
  'nobody-publishes': { bad: { nodes: { b: 'bus', h: 'handler' }, wires: ['b>h'] }, good: line() },
  'unreachable-handler': { bad: { ...line(), wires: ['p>b'] }, good: line() },
  'unwanted-type': {
    bad: {
      ...line({ p: make(1000, { mix: [{ type: 'T' }, { type: 'U' }] }) }, { types: ['T', 'U'] }),
      wires: ['p>b', ['b>h', { patterns: ['T'] }]],
    },
    good: line({ p: make(1000, { mix: [{ type: 'T' }, { type: 'U' }] }) }, { types: ['T', 'U'] }),
  },
  'pattern-matches-nothing': {
    bad: { ...line(), wires: ['p>b', ['b>h', { patterns: ['Other'] }]] },
    good: { ...line(), wires: ['p>b', ['b>h', { patterns: ['Other', 'T'] }]] },
  },
  'broken-pattern': {
    bad: { ...line({ b: bus({ dialect: 'mqtt' }) }), wires: ['p>b', ['b>h', { patterns: ['a#', '#'] }]] },
    good: { ...line({ b: bus({ dialect: 'mqtt' }) }), wires: ['p>b', ['b>h', { patterns: ['a/#', '#'] }]] },
  },
  'broken-expression': {
    bad: { ...line(), wires: ['p>b', ['b>h', { filter: 'data.total >' }]] },
    good: { ...line(), wires: ['p>b', ['b>h', { filter: 'data.total > 1' }]] },
  },
  'filter-fails': {
    bad: { ...line(), wires: ['p>b', ['b>h', { filter: 'data.total > 1' }]] },
    good: {
      ...line({ p: make(1000, { data: { total: 2 } }) }),
      wires: ['p>b', ['b>h', { filter: 'data.total > 1' }]],
    },
  },
  'one-random-number': {
    bad: line({ p: make(1000, { data: { a: '${random}', b: '${random * 2}' } }) }),
    good: line({ p: make(1000, { data: { a: '${random}', b: 'random' } }) }),
  },
  'synchronous-cycle': { bad: callCircle('sync'), good: callCircle('async') },
  'loop-gain': { bad: loop(1), good: loop(0.9) },
  overloaded: { bad: line({ h: work(1100) }), good: line({ h: work(900) }) },
  'overloaded-behind-limit': {
    bad: line({ b: bus({ capacity: 5, overflow: 'dropNewest' }), h: work(1100) }),
    good: line({ b: bus({ capacity: 5, overflow: 'dropNewest' }), h: work(1100, { workers: 2 }) }),
  },
  'rate-limit-too-low': {
    bad: line({ h: work(1, { ratePerSecond: 0.5 }) }),
    good: line({ h: work(1, { ratePerSecond: 2 }) }),
  },
  'not-idempotent': {
    bad: stored(again, { failureProbability: 0.1, actions: [write('increment')] }),
    good: stored(again, { failureProbability: 0.1, actions: [write('set')] }),
  },
  'memory-too-short': {
    bad: line({ b: bus({ ...again, ackTimeoutMs: 5000 }), h: work(100, { idempotencyMs: 1000 }) }),
    good: line({ b: bus({ ...again, ackTimeoutMs: 5000 }), h: work(100, { idempotencyMs: 60_000 }) }),
  },
  'order-lost': {
    bad: twoHandlers({ groups: 'one' }, { actions: [write('set')] }),
    good: twoHandlers({ groups: 'one', order: 'perKey' }, { actions: [write('set')] }),
  },
  'lost-update': {
    bad: twoHandlers({ groups: 'one' }, { actions: [{ do: 'read' }, write('addToRead')] }),
    good: stored({}, { actions: [{ do: 'read' }, write('addToRead')] }),
  },
  'retry-without-pause': {
    bad: line({ h: work(1, { failureProbability: 0.1, retries: 3, backoffMs: 0 }) }),
    good: line({ h: work(1, { failureProbability: 0.1, retries: 3, backoffMs: 50 }) }),
  },
  'retry-in-step': {
    bad: line({ h: work(1, { workers: 4, failureProbability: 0.1, retries: 3 }) }),
    good: line({ h: work(1, { workers: 4, failureProbability: 0.1, retries: 3, jitter: 1 }) }),
  },
  'retry-without-end': {
    bad: line({ p: make(1000, { call: 'wait', onRefusal: 'retry', refusalRetries: 0 }) }),
    good: line({ p: make(1000, { call: 'wait', onRefusal: 'retry', refusalRetries: 4 }) }),
  },
  'given-up-and-lost': {
    bad: line({ h: work(1, { failureProbability: 0.1 }) }),
    good: {
      nodes: {
        p: make(),
        b: bus(),
        h: work(1, { failureProbability: 0.1 }),
        d: bus({ purpose: 'deadLetters', unrouted: 'keep' }),
      },
      wires: ['p>b', 'b>h', 'h.deadLetter>d'],
    },
  },
  'capacity-deadlock': { bad: boundedCircle('block'), good: boundedCircle('reject') },
  'timeout-below-service': {
    bad: line({ h: work(100, { timeoutMs: 80 }) }),
    good: line({ h: work(100, { timeoutMs: 400 }) }),
  },
  'ack-timeout-below-service': {
    bad: line({ b: bus({ ...again, ackTimeoutMs: 50 }), h: work(100) }),
    good: line({ b: bus({ ...again, ackTimeoutMs: 500 }), h: work(100) }),
  },
  'call-timeout-below-service': {
    bad: line({ p: make(1000, { call: 'wait', callTimeoutMs: 50 }), b: bus({ delivery: 'sync' }) }),
    good: line({ p: make(1000, { call: 'wait', callTimeoutMs: 500 }), b: bus({ delivery: 'sync' }) }),
  },
  'protocol-unsatisfiable': {
    bad: line({}, { more: protocol('[]') }),
    good: line({}, { more: protocol('T*') }),
  },
  'dual-write': {
    bad: { ...stored({}, { breakProbability: 0.1, actions: [write('set'), { do: 'emit' }] }) },
    good: { ...stored({}, { actions: [write('set'), { do: 'emit' }] }) },
  },
  'long-call-chain': { bad: callChain('sync'), good: callChain('async') },
  starvation: { bad: priorities({}, 95), good: priorities({ ageAfterMs: 1000 }, 95) },
  'hot-key': {
    bad: {
      ...twoHandlers({ groups: 'one', order: 'perKey' }),
      nodes: {
        ...twoHandlers({ groups: 'one', order: 'perKey' }).nodes,
        p: make(1000, { keyChoice: 'hot', hotShare: 0.6 }),
      },
    },
    good: twoHandlers({ groups: 'one', order: 'perKey' }),
  },
  'idle-consumers': {
    bad: {
      nodes: { p: make(), b: bus({ groups: 'one', partitions: 2 }), h: work(), g: work(), i: work() },
      wires: ['p>b', 'b>h', 'b>g', 'b>i'],
    },
    good: {
      nodes: { p: make(), b: bus({ groups: 'one', partitions: 3 }), h: work(), g: work(), i: work() },
      wires: ['p>b', 'b>h', 'b>g', 'b>i'],
    },
  },
  'unused-type': { bad: line({}, { types: ['T', 'U'] }), good: line() },
  'silent-source': {
    bad: line({ p: make(1000, { generation: 'script', script: [] }) }),
    good: line({ p: make(1000, { mix: [] }) }),
  },
  'starts-after-end': {
    bad: line({ p: make(1000, { startMs: 60_000 }) }),
    good: line({ p: make(1000, { startMs: 59_000 }) }),
  },
  'endless-run': {
    bad: line({}, { more: { untilMs: 0 } }),
    good: line({ p: make(1000, { count: 10 }) }, { more: { untilMs: 0 } }),
  },
  'breaker-never-opens': {
    bad: line({ h: work(1, { breakerFailures: 5, breakerWindow: 3 }) }),
    good: line({ h: work(1, { breakerFailures: 5, breakerWindow: 10 }) }),
  },
  'expires-in-service': {
    bad: line({
      p: make(500, { interval: { law: 'exponential', mean: 500 } }),
      b: bus({ ttlMs: 200 }),
      h: work(300),
    }),
    good: line({
      p: make(500, { interval: { law: 'exponential', mean: 500 } }),
      b: bus({ ttlMs: 2000 }),
      h: work(300),
    }),
  },
  'wire-loses-all': {
    bad: { ...line(), wires: ['p>b', ['b>h', { loss: 1 }]] },
    good: { ...line(), wires: ['p>b', ['b>h', { loss: 0.5 }]] },
  },
  'fault-hits-nobody': {
    bad: line({}, { more: fault({ what: 'crash', target: 'h', atMs: 60_000 }) }),
    good: line({}, { more: fault({ what: 'crash', target: 'h', atMs: 5_000 }) }),
  },
  'ack-before-work': {
    bad: line({ b: bus({ ...again, ackOn: 'accept' }) }, { more: fault({ what: 'crash', target: 'h' }) }),
    good: line({ b: bus({ ...again, ackOn: 'accept' }) }),
  },
  'subscribes-after-end': {
    bad: { ...line(), wires: ['p>b', ['b>h', { subscribeAtMs: 60_000 }]] },
    good: { ...line(), wires: ['p>b', ['b>h', { subscribeAtMs: 30_000 }]] },
  },
  'door-without-bound': {
    bad: line({ b: bus({ capacity: 5 }) }),
    good: line({ p: make(1000, { call: 'wait' }), b: bus({ capacity: 5 }) }),
  },
};
