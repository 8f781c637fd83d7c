import { assert } from '#engine/kernel/assert';
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

/** Solves rate(i) − Σ rate(j) · p(j → i) = arrivals(i) by elimination with the largest pivot. */
function trafficRates(stations: readonly Station[]): readonly number[] | null {
  const size = stations.length;
  const rows = stations.map(({ arrivalRate }, row) => [
    ...stations.map(({ next }, column) => (row === column ? 1 : 0) - (next[row] ?? 0)),
    arrivalRate,
  ]);
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column);
    const pivot = below.toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))[0];
    assert(pivot !== undefined, 'There is a row for every station.');
    const scale = pivot[column] ?? 0;
    if (Math.abs(scale) < 1e-12) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / scale;
      for (let at = column; at <= size; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
