import { defaultOf } from '#engine/model/defaultsOf';
import { distributionFields, laws } from '#engine/model/distributionFields';
import type { Field, Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import type { Pick } from '#engine/model/randomFlow';
import { randomChartSetting } from '#engine/model/statechart/randomStatechart';

/** What random settings may refer to. */
export interface Names {
  readonly types: readonly string[];
  /** Ids of nodes and frames that a setting may name. */
  readonly nodes: readonly string[];
}

/**
 * Settings over a field table, small enough for much to happen in a few hundred steps: times of milliseconds, room for
 * a few. A new field takes part by itself; `overrides` has those of which a value by type alone would say too little.
 * Some settings are nearly plain and some are set throughout, so that settings meet both alone and together.
 */
export function randomSettings(pick: Pick, owner: string, fields: readonly Field[], names: Names): Settings {
  const outOfEight = oneOf(pick, [1, 3, 3, 8]);
  return Object.fromEntries(
    fields.map((field) => [
      field.id,
      // The first field says what the thing is, and is always drawn.
      pick(8) < outOfEight || field === fields[0] ? randomValue(pick, owner, field, names) : defaultOf(field),
    ]),
  );
}

/** One of a list, each as likely as it stands there often. */
export function oneOf<T>(pick: Pick, list: readonly T[]): T {
  const chosen = list[pick(list.length)];
  // Callers hand over lists with at least one entry, and `pick` stays below their length.
  return chosen as T;
}

/** Two places with a way back, one of which refuses most. */
const smallAutomaton: Json = {
  automaton: 1,
  states: ['open', 'paid'],
  letters: ['OrderPlaced', 'PaymentCaptured'],
  initial: ['open'],
  accepting: ['open'],
  arrows: [
    ['open', 'OrderPlaced', 'paid'],
    ['paid', 'PaymentCaptured', 'open'],
  ],
};

/** By owner and field. Counts and times that would make everything fail, or nothing happen, are kept rare. */
const overrides: Readonly<Record<string, readonly Json[]>> = {
  'publisher.generation': ['interval', 'interval', 'bursts', 'onOff', 'script', 'log', 'byHand'],
  'publisher.count': [0, 5, 40],
  'publisher.stopMs': [0, 0, 500],
  'publisher.startMs': [0, 0, 60],
  'publisher.clients': [1, 3, 0],
  'publisher.retryBudget': [0, 0, 0.2],
  'bus.purpose': ['events', 'events', 'deadLetters'],
  'bus.ackTimeoutMs': [0, 60, 30_000],
  'bus.maxAttempts': [1, 2, 4],
  'bus.prefetch': [0, 1, 4],
  'bus.groupPrefetch': [0, 1, 3],
  'bus.dedupWindowMs': [0, 100],
  'bus.ttlMs': [0, 30, 150],
  'handler.workers': [0, 1, 1, 2, 3],
  'handler.failureProbability': [0, 0.3, 0.3],
  'handler.poisonKeys': [['order-1'], ['total', 'order-2']],
  'handler.timeoutMs': [0, 0, 30, 90],
  'handler.expireAfterMs': [0, 0, 100],
  'handler.breakerFailures': [0, 0, 1, 2],
  'handler.ratePerSecond': [0, 0, 7],
  'handler.retryBudget': [0, 0.1],
  'handler.idempotencyMs': [0, 0, 150],
  'handler.batchSize': [1, 1, 2, 5],
  'handler.breakProbability': [0, 0.2],
  'handler.fixedKey': ['total', 'order-1'],
  'wire.loss': [0, 0, 0.2],
  'wire.duplication': [0, 0, 0.2],
  'wire.ackLoss': [0, 0, 0.2],
  'wire.group': ['', 'a', 'b'],
  'protocol.first': ['OrderPlaced', 'PaymentCaptured'],
  'protocol.second': ['PaymentCaptured', 'StockReserved'],
  'protocol.third': ['StockReserved', 'OrderPlaced', ''],
  'protocol.opener': ['OrderPlaced', 'StockReserved', ''],
  'protocol.count': [1, 2, 5],
  'protocol.expression': ['', 'OrderPlaced PaymentCaptured*', '[^StockReserved]*', '(. .)*', '(. .)* [] .'],
  'protocol.automaton': [null, smallAutomaton],
  'protocol.maxInstances': [1, 2, 1_000],
  'fault.atMs': [0, 33, 400, 1_500],
  'fault.forMs': [0, 20, 300],
  'fault.everyMs': [0, 15, 700],
  'fault.factor': [1, 1.5, 20],
};

/** Times that a source waits between events: with none at all, a run would stand still. */
const spacings = new Set(['publisher.interval', 'publisher.burstInterval', 'publisher.offInterval']);

const texts = ['', 'a', 'order-', 'total'];
const expressions = {
  condition: [
    '',
    'true',
    'n % 3 != 0',
    'key == "order-1"',
    'random < 0.5',
    'data.total > 10',
    'has(read.total) && read.total > 1',
    'n +',
  ],
  value: [
    '',
    'n',
    'key',
    'number % 12 - 1',
    'event.number % 7 * 10',
    'data',
    '[1, 2]',
    'data.missing',
    '1 +',
  ],
  text: ['', 'key', 'string(n % 2)', '"order-" + string(n % 3)', 'key + "x"', 'data.id'],
} as const;
const data: readonly Json[] = [null, 7, { total: 3 }];
const templates: readonly Json[] = [
  null,
  { total: '${n * 10}', luck: '${random}' },
  '${n}',
  '${100 / (n - 3)}',
];

function randomValue(pick: Pick, owner: string, field: Field, names: Names): Json {
  const name = `${owner}.${field.id}`;
  const listed = overrides[name];
  if (listed !== undefined) return oneOf(pick, listed);
  switch (field.type) {
    case 'number': {
      const values = field.integer === true ? [0, 1, 2, 3, 5] : [0, 0.5, 1, 1.5, 4];
      return Math.min(field.max, Math.max(field.min, oneOf(pick, values)));
    }
    case 'duration':
      return Math.min(field.max, Math.max(field.min, oneOf(pick, [0, 0, 3, 15, 40, 100, 700])));
    case 'probability':
      return oneOf(pick, [0, 0.3, 1]);
    case 'boolean':
      return pick(2) === 1;
    case 'choice':
      return oneOf(pick, field.options);
    case 'text':
      return oneOf(pick, texts);
    case 'expression':
      return oneOf(pick, expressions[field.gives]);
    case 'texts':
      return oneOf(pick, [[], ['*'], names.types.filter(() => pick(2) === 1)]);
    case 'eventType':
      return oneOf(pick, ['', ...names.types]);
    case 'node':
      return oneOf(pick, ['', ...names.nodes]);
    case 'json':
      return oneOf(pick, field.template === true ? templates : data);
    case 'distribution':
      return randomDistribution(pick, spacings.has(name) ? 10 : 0);
    case 'statechart':
      return pick(8) === 0 ? null : randomChartSetting(pick, names.types);
    case 'recording':
      return randomRecording(pick, names);
    case 'records':
      return Array.from({ length: pick(4) }, () => randomSettings(pick, owner, field.item, names));
  }
}

/** Any law with times around a tenth of a second, and none shorter on average than this many milliseconds. */
function randomDistribution(pick: Pick, leastMs: number): Json {
  const law = oneOf(pick, laws);
  const small = { mean: [0, 5, 40, 150], min: [0, 20], max: [40, 120], deviation: [0, 30], shape: [1.5, 3] };
  return {
    law,
    ...Object.fromEntries(
      distributionFields[law].map(({ id, min }) => {
        const least = id === 'mean' || id === 'min' ? Math.max(min, leastMs) : min;
        return [id, Math.max(least, oneOf(pick, small[id]))];
      }),
    ),
  };
}

function randomRecording(pick: Pick, names: Names): Json {
  let atMs = 0;
  const events = Array.from({ length: pick(9) }, () => {
    atMs += oneOf(pick, [0, 10, 70]);
    return [atMs, oneOf(pick, names.types), oneOf(pick, ['', 'order-1', 'order-2'])];
  });
  return { name: 'recorded', events };
}
