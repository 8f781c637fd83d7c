import { createStreams } from '#engine/kernel/RandomStreams';
import type { Distribution } from '#engine/kernel/Distribution';
import type { NodeKind } from '#engine/model/NodeKind';
import type { Pick } from '#engine/model/randomFlow';
import { oneOf, randomSettings } from '../randomSettings';

const types = ['OrderPlaced', 'PaymentCaptured', 'StockReserved'];

export function pickFrom(seed: number): Pick {
  const streams = createStreams(seed, ['plain']);
  return (n) => Math.floor(streams.nextUnit(0) * n);
}

interface Wire {
  readonly id: string;
  readonly from: object;
  readonly to: object;
  readonly settings: object;
}

/**
 * A document, not yet read by the importer, of a flow of which the core knows every rule, or nearly: now and then a node has
 * any settings at all, and a wire too.
 */
export function randomPlainFlow(pick: Pick, kinds: readonly NodeKind[]): object {
  const count = (most: number) => 1 + pick(most);
  const known = types.slice(0, count(types.length));
  const oddity = pick(3);
  const nodes = [
    ...named('publisher', count(3)).map((node) => ({ ...node, settings: sourceSettings(pick, known) })),
    ...named('bus', count(3)).map((node) => ({ ...node, settings: queueSettings(pick) })),
    ...named('handler', count(4)).map((node) => ({ ...node, settings: serverSettings(pick) })),
  ].map((node) => (oddity === 0 ? { ...node, settings: withOddity(pick, node, known, kinds) } : node));
  const ids = (kind: string) => nodes.filter((node) => node.kind === kind).map(({ id }) => id);
  const wires: Wire[] = [];
  const join = (from: string, to: string) =>
    wires.push({
      id: `w${wires.length}`,
      from: { node: from, port: 'out' },
      to: { node: to, port: 'in' },
      settings: wireSettings(pick),
    });
  for (const bus of ids('bus')) {
    for (const publisher of ids('publisher')) if (pick(3) > 0) join(publisher, bus);
    for (const handler of ids('handler')) if (pick(3) > 0) join(bus, handler);
  }
  return {
    busbar: 1,
    name: 'plain',
    seed: pick(1_000_000),
    untilMs: oneOf(pick, [0, 500, 5_000, 60_000]),
    eventTypes: known.map((id) => ({ id, name: id })),
    nodes,
    wires,
  };
}

const named = (kind: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${kind}${index}`, kind, name: kind, x: 0, y: 0 }));

function sourceSettings(pick: Pick, known: readonly string[]) {
  return {
    interval: law(pick),
    count: oneOf(pick, [0, 1, 40, 500]),
    startMs: oneOf(pick, [0, 0, 30]),
    stopMs: oneOf(pick, [0, 0, 400]),
    keyChoice: oneOf(pick, ['uniform', 'sequence', 'hot']),
    hotShare: oneOf(pick, [0, 0.4, 1]),
    mixOrder: oneOf(pick, ['weighted', 'inTurn']),
    keys: oneOf(pick, [1, 3, 5_000]),
    mix: oneOf(pick, [[], known.map((type, index) => ({ type, weight: 1.3 * index + 0.3 }))]),
    data: oneOf(pick, [null, { amount: 3 }]),
  };
}

function queueSettings(pick: Pick) {
  return { groups: oneOf(pick, ['each', 'one', 'named']) };
}

function serverSettings(pick: Pick) {
  return {
    workers: oneOf(pick, [0, 1, 1, 2, 5]),
    service: law(pick),
    serviceByType: oneOf(pick, [[], [{ type: 'OrderPlaced', service: law(pick) }]]),
    failureProbability: oneOf(pick, [0, 0, 0.2, 0.9, 1]),
    retries: oneOf(pick, [0, 1, 3, 50]),
    backoff: oneOf(pick, ['fixed', 'exponential']),
    backoffMs: oneOf(pick, [0, 0.5, 7]),
    backoffCapMs: oneOf(pick, [0, 20]),
  };
}

function wireSettings(pick: Pick) {
  return {
    latency: pick(2) === 0 ? { law: 'constant', mean: 0 } : law(pick),
    patterns: oneOf(pick, [[], [], [], ['OrderPlaced'], ['StockReserved']]),
    group: oneOf(pick, ['', 'a']),
    loss: pick(60) === 0 ? 0.3 : 0,
  };
}

/** Times that are often alike, so that much happens in one moment. */
function law(pick: Pick): Distribution {
  const mean = oneOf(pick, [1, 2, 5, 13.7]);
  switch (pick(10)) {
    case 0:
      return { law: 'uniform', min: 0, max: mean };
    case 1:
      return { law: 'normal', mean, deviation: 2 };
    case 2:
      return { law: 'logNormal', mean, deviation: 3 };
    case 3:
      return { law: 'gamma', mean, shape: oneOf(pick, [0.5, 2]) };
    case 4:
      return { law: 'pareto', mean, shape: oneOf(pick, [1.2, 2.5]) };
    case 5:
    case 6:
    case 7:
      return { law: 'exponential', mean };
    default:
      return { law: 'constant', mean: oneOf(pick, [0, mean]) };
  }
}

/** The same settings, but for one that may be anything. */
function withOddity(
  pick: Pick,
  { kind, settings }: { readonly kind: string; readonly settings: object },
  types: readonly string[],
  kinds: readonly NodeKind[],
): object {
  const fields = kinds.find(({ id }) => id === kind)?.fields ?? [];
  const any = Object.entries(randomSettings(pick, kind, fields, { types, nodes: [] }));
  const [field, value] = oneOf(pick, any);
  return pick(2) === 0 ? { ...settings, [field]: value } : settings;
}
