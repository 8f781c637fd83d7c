import { solveLinear } from '#engine/analysis/linear/solveLinear';
import { markovQueue } from './markovQueue';
import type { QueueMeans } from './QueueMeans';

/** One waiting line of a network. */
export interface Station {
  /** Poisson arrivals from outside. */
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** By the index of a station: how likely a customer goes there next; with what is left he leaves. */
  readonly next: readonly number[];
}

/**
 * An open network of M/M/c lines in the long run, feedback and loops included: each line is as if it stood alone with
 * Poisson arrivals at the rate that the traffic equations give it (Jackson, "Networks of waiting lines", 1957). Null when
 * somebody could stay in the network for ever.
 */
export function openNetwork(stations: readonly Station[]): readonly QueueMeans[] | null {
  const rates = trafficRates(stations);
  if (rates === null) return null;
  return stations.map(({ meanService, servers }, index) =>
    markovQueue({ arrivalRate: rates[index] ?? 0, meanService, servers }),
  );
}

/** Solves rate(i) − Σ rate(j) · p(j → i) = arrivals(i). */
function trafficRates(stations: readonly Station[]): readonly number[] | null {
  return solveLinear(
    stations.map(({ arrivalRate }, row) => [
      ...stations.map(({ next }, column) => (row === column ? 1 : 0) - (next[row] ?? 0)),
      arrivalRate,
    ]),
  );
}
