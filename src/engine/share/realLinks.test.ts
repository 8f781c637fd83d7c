import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { expect, test } from 'vitest';
import { decodeLink, encodeLink } from './link';

type Line = readonly [kind: string, id: string, name: string, x: number, y: number, settings?: object];
type Join = readonly [from: string, to: string, settings?: object];

/** A flow as people draw them: positions on a grid, ids from the editor or from names. */
function flowOf(
  name: string,
  types: readonly string[],
  lines: readonly Line[],
  joins: readonly Join[],
): FlowDoc {
  const end = (text: string, port: string) => {
    const [node = '', named = port] = text.split('.');
    return { node, port: named };
  };
  const result = parseFlow(
    {
      busbar: 1,
      name,
      seed: 42,
      eventTypes: types.map((type, index) => ({ id: `type-${index + 1}`, name: type })),
      nodes: lines.map(([kind, id, label, x, y, settings = {}]) => ({
        kind,
        id,
        name: label,
        x,
        y,
        settings,
      })),
      wires: joins.map(([from, to, settings = {}], index) => ({
        id: `wire-${index + 1}`,
        from: end(from, 'out'),
        to: end(to, 'in'),
        settings,
      })),
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const constant = (mean: number) => ({ law: 'constant', mean });
const exponential = (mean: number) => ({ law: 'exponential', mean });

/** Template 1, "a synchronous bus blocks its caller". */
const five = flowOf(
  'A synchronous bus blocks its caller',
  ['OrderPlaced'],
  [
    [
      'publisher',
      'storefront',
      'Storefront',
      80,
      240,
      { interval: exponential(200), mix: [{ type: 'type-1', weight: 1 }] },
    ],
    ['bus', 'orders', 'Order bus', 360, 240, { delivery: 'sync' }],
    ['handler', 'stock', 'Reserve stock', 680, 80, { service: constant(30) }],
    ['handler', 'payment', 'Charge card', 680, 240, { service: constant(80) }],
    ['handler', 'mail', 'Send e-mail', 680, 400, { service: constant(120) }],
  ],
  [
    ['storefront', 'orders'],
    ['orders', 'stock'],
    ['orders', 'payment'],
    ['orders', 'mail'],
  ],
);

/** A web shop as a team would draw it. */
const twenty = flowOf(
  'Web shop with failure paths',
  ['OrderPlaced', 'PaymentCaptured', 'PaymentDeclined', 'StockReserved', 'ParcelHandedOver', 'MailBounced'],
  [
    [
      'publisher',
      'publisher-1',
      'Storefront',
      0,
      200,
      { interval: exponential(250), mix: [{ type: 'type-1', weight: 1 }], keys: 500 },
    ],
    [
      'publisher',
      'publisher-2',
      'Marketplace feed',
      0,
      400,
      {
        interval: { law: 'gamma', mean: 1200, shape: 2 },
        mix: [{ type: 'type-1', weight: 1 }],
        keyPrefix: 'mp-',
      },
    ],
    [
      'bus',
      'bus-1',
      'Orders',
      280,
      300,
      { guarantee: 'atLeastOnce', ackTimeoutMs: 5000, maxAttempts: 3, capacity: 100, overflow: 'reject' },
    ],
    [
      'handler',
      'handler-1',
      'Capture payment',
      600,
      60,
      {
        workers: 4,
        service: { law: 'logNormal', mean: 350, deviation: 120 },
        failureProbability: 0.02,
        retries: 3,
        backoff: 'exponential',
        actions: [
          { do: 'emit', type: 'type-2', probability: 0.95 },
          { do: 'emit', type: 'type-3', probability: 0.05 },
        ],
      },
    ],
    [
      'handler',
      'handler-2',
      'Reserve stock',
      600,
      240,
      {
        workers: 2,
        service: exponential(90),
        actions: [
          { do: 'write', operation: 'increment', value: -1 },
          { do: 'emit', type: 'type-4' },
        ],
      },
    ],
    [
      'handler',
      'handler-3',
      'Fraud scoring',
      600,
      420,
      { service: constant(150), mode: 'async', inboxCapacity: 50 },
    ],
    ['handler', 'handler-4', 'Audit trail', 600, 600, { service: constant(5), look: 'readModel' }],
    [
      'store',
      'store-1',
      'Stock levels',
      620,
      780,
      { latency: constant(4), initial: [{ key: 'order-1', value: 500 }] },
    ],
    ['bus', 'bus-2', 'Payments', 920, 60, { dialect: 'nats', guarantee: 'atLeastOnce' }],
    ['bus', 'bus-3', 'Fulfilment', 920, 240, { groups: 'named', order: 'perKey' }],
    ['handler', 'handler-5', 'Bookkeeping', 1240, 0, { service: exponential(40) }],
    [
      'handler',
      'handler-6',
      'Dunning letters',
      1240,
      160,
      { service: exponential(400), failureProbability: 0.1 },
    ],
    [
      'handler',
      'handler-7',
      'Picker north',
      1240,
      320,
      { service: { law: 'uniform', min: 800, max: 2400 }, actions: [{ do: 'emit', type: 'type-5' }] },
    ],
    [
      'handler',
      'handler-8',
      'Picker south',
      1240,
      480,
      { service: { law: 'uniform', min: 800, max: 2400 }, actions: [{ do: 'emit', type: 'type-5' }] },
    ],
    ['bus', 'bus-4', 'Parcels', 1560, 400],
    ['handler', 'handler-9', 'Tracking page', 1880, 320, { look: 'readModel', service: constant(10) }],
    [
      'handler',
      'handler-10',
      'Customer mail',
      1880,
      480,
      {
        service: exponential(120),
        failureProbability: 0.05,
        retries: 2,
        actions: [{ do: 'emit', type: 'type-6', probability: 0.01 }],
      },
    ],
    ['bus', 'bus-5', 'Gave up', 920, 700, { purpose: 'deadLetters', unrouted: 'keep' }],
    ['note', 'note-1', 'Why two pickers', 1240, 640, { text: 'Each warehouse picks its own orders.' }],
    ['store', 'store-2', 'Order history', 1900, 640],
  ],
  [
    ['publisher-1', 'bus-1'],
    ['publisher-2', 'bus-1'],
    ['bus-1', 'handler-1'],
    ['bus-1', 'handler-2'],
    ['bus-1', 'handler-3', { latency: constant(20) }],
    ['bus-1', 'handler-4'],
    ['handler-1', 'bus-2'],
    ['handler-2', 'bus-3'],
    ['handler-2.store', 'store-1'],
    ['bus-2', 'handler-5', { patterns: ['PaymentCaptured'] }],
    ['bus-2', 'handler-6', { patterns: ['PaymentDeclined'] }],
    ['bus-3', 'handler-7', { group: 'pickers' }],
    ['bus-3', 'handler-8', { group: 'pickers' }],
    ['handler-7', 'bus-4'],
    ['handler-8', 'bus-4'],
    ['bus-4', 'handler-9'],
    ['bus-4', 'handler-10'],
    ['handler-1.deadLetter', 'bus-5'],
    ['handler-10.deadLetter', 'bus-5'],
    ['bus-1.deadLetter', 'bus-5'],
    ['handler-9.store', 'store-2'],
  ],
);

const place = { step: 318, timeUs: 12_840_417, hash: '9f3c27d1a04be865' };

/** Made by the first program that made links; they must open for ever. */
const first = {
  five: '1.Y9zH9PB2P9t8G_WLWg3zPR0ViivzkjOAngAGGchQhSRQwQipkyEVOwMDI4pjWDU4kHzOwsPEOIGZmZGRkYHBAuE0qG18DEyMDBGoEQQhBdjZGGwYIpAjHlohMTBwsDEsAGpDTkxgAiTxgZGBhYGJgYmJAUiCEAA.159.07618an',
  twenty:
    '1.ZVY9b9RAEH0zu95zLnCKLIeTAkLbRHxIkZKCjsKKECEFiAKJkpzgokMchxXfgejyD-AfhDYSJSVCKWmpaaCDLkV-QN7aPjsfhSXv7Gh2Pt68Gfmhf39_cgf3b_26u3-wPY-omvZhFHCg-nwwHRWAO-dE4-wgD1O3FTSdeqEF6x56RCCSrJl14DEf2CQfBXtpejaDSFVOjBER2H-doEminJYh-91hsJZq9CexpUb0Nl8DfB3ZjYX4pyzIolz9_KTnkNUOMooKL75vYme_R8cSb3fdovRU1fzvQ405FCA7jx8kxjr5Ri3RjsRrG4BaalVdUbwkSxFHSFTsK4eviqzqHxI1cY5ExKGLnTIV7Nf3w3EBTQSxilR13IDeW18HA2igfXOrQ__hH87Gu6_HpddInHYFWZiAb4bDEr2-7-QpsgezyYTHhg2w5OSLi1eRlcS25yfk91EQ69GVo9WeaMQA6ruCQL54R0dCpQr4DrJne2TEYD7nnKYkBJQyq_N1sezn8CTzeShdSxPO3KGRrQGTOMvx4prIkmBfno8--umHd55Uw5dpPZJy_2vX03DT7n_1CgLsVPAdcc0Ibb4JLMNCWYnwhYIY3A5_rEwQGbDAIpcAyvtG2qJU1ercpaDSHhwtzh9Z1ngF8XVghdU_BQ.658.0zaaoka',
};

test.each([
  ['5 nodes', 300, five, first.five],
  ['20 nodes', 850, twenty, first.twenty],
])('a link to %s has at most %d characters, and those made long ago open still', (_, most, doc, old) => {
  const link = encodeLink({ doc, ...place }, kinds);
  expect(link.ok ? link.value.length : Infinity).toBeLessThanOrEqual(most);
  const shared = { doc, step: 318, timeUs: 12_840_417, hash: '9f3c27d1', replay: 'allowed' };
  expect(link.ok && decodeLink(link.value, kinds)).toEqual({ ok: true, value: shared, problems: [] });
  expect(decodeLink(old, kinds)).toMatchObject({ ok: true, value: { doc } });
});
