import { assert } from '#engine/kernel/assert';

/** One line of a closed network: what one round through the network asks of it. */
export interface ClosedStation {
  /** Visits in a round times the mean service time of a visit; exponential where there are finitely many servers. */
  readonly demand: number;
  /** `Infinity` for a server each, such as the time in which somebody thinks. */
  readonly servers: number;
}

/** What a closed network comes to. */
export interface ClosedMeans {
  /** Rounds per unit of time. */
  readonly throughput: number;
  /** By station: time spent there in one round, customers there, and the share of its servers at work (0 for infinitely many). */
  readonly stations: readonly {
    readonly meanResponse: number;
    readonly meanInSystem: number;
    readonly utilisation: number;
  }[];
}

/**
 * So many customers who go round in a network of lines, in the long run, by exact mean value analysis (Reiser and Lavenberg,
 * "Mean-value analysis of closed multichain queuing networks", Journal of the ACM 27 (1980) 313): whoever arrives sees the
 * network as it is without him. Lines with several servers need the probabilities of few customers, by the same recursion.
 */
export function closedNetwork(stations: readonly ClosedStation[], customers: number): ClosedMeans {
  assert(Number.isInteger(customers) && customers >= 1, 'There is a customer at least.');
  assert(
    stations.some(({ demand }) => demand > 0),
    'A round takes time.',
  );
  const lines = stations.map(({ demand, servers }) => ({
    demand,
    servers,
    length: 0,
    few: [1] as readonly number[],
  }));
  let throughput = 0;
  let responses: readonly number[] = [];
  for (let count = 1; count <= customers; count += 1) {
    responses = lines.map(responseOf);
    throughput = count / responses.reduce((sum, response) => sum + response, 0);
    for (const [index, line] of lines.entries()) {
      line.length = throughput * (responses[index] ?? 0);
      line.few = fewOf(line, throughput);
    }
  }
  return {
    throughput,
    stations: lines.map(({ demand, servers, length }, index) => ({
      meanResponse: responses[index] ?? 0,
      meanInSystem: length,
      utilisation: Number.isFinite(servers) ? (throughput * demand) / servers : 0,
    })),
  };
}

interface Line extends ClosedStation {
  /** Mean number there, and how likely it is that 0, 1 … servers − 1 are there, with one customer fewer in the network. */
  length: number;
  few: readonly number[];
}

function responseOf({ demand, servers, length, few }: Line): number {
  if (servers === Infinity) return demand;
  let idle = 0;
  for (let there = 0; there < servers - 1; there += 1) idle += (servers - 1 - there) * (few[there] ?? 0);
  return (demand / servers) * (1 + length + idle);
}

function fewOf({ demand, servers, few }: Line, throughput: number): readonly number[] {
  if (servers === Infinity || servers === 1) return [];
  const next = [0];
  let missing = throughput * demand;
  for (let there = 1; there < servers; there += 1) {
    const likely = ((throughput * demand) / there) * (few[there - 1] ?? 0);
    next.push(likely);
    missing += (servers - there) * likely;
  }
  next[0] = Math.max(0, 1 - missing / servers);
  return next;
}
