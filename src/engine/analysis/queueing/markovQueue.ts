import { assert } from '#engine/kernel/assert';
import { erlangC } from './erlangC';
import { meansFromWait, type QueueMeans } from './QueueMeans';

export interface MarkovQueue {
  readonly arrivalRate: number;
  readonly meanService: number;
  /** `Infinity` for a server each. */
  readonly servers: number;
  /** How many may wait; `Infinity` unless given, 0 for a loss system. Who finds no place is turned away. */
  readonly places?: number;
}

/**
 * M/M/c and M/M/c/K in the long run: Poisson arrivals, exponential service, first come first served (Kleinrock,
 * "Queueing Systems" I, §§ 3.4–3.7). With no places or infinitely many servers service may have any law, for only its
 * mean matters there. K, the most customers at a time, is servers and places together.
 */
export function markovQueue({
  arrivalRate,
  meanService,
  servers,
  places = Infinity,
}: MarkovQueue): QueueMeans {
  assert(arrivalRate >= 0 && meanService > 0, 'Customers come at some rate and are served in some time.');
  assert(servers >= 1 && places >= 0, 'There is a server at least.');
  if (servers === Infinity) return meansFromWait(arrivalRate, 0, meanService, servers);
  return places === Infinity
    ? unbounded(arrivalRate, meanService, servers)
    : bounded(arrivalRate, meanService, servers, places);
}

function unbounded(arrivalRate: number, meanService: number, servers: number): QueueMeans {
  const load = arrivalRate * meanService;
  if (load >= servers) return meansFromWait(servers / meanService, Infinity, meanService, servers);
  const wait = (erlangC(servers, load) * meanService) / (servers - load);
  return meansFromWait(arrivalRate, wait, meanService, servers);
}

/** The probability of n customers, times a common factor, from that of one fewer; scaled so that nothing overflows. */
function bounded(arrivalRate: number, meanService: number, servers: number, places: number): QueueMeans {
  const load = arrivalRate * meanService;
  let weight = 1;
  let total = 1;
  let waiting = 0;
  for (let count = 1; count <= servers + places; count += 1) {
    weight *= load / Math.min(count, servers);
    total += weight;
    waiting += Math.max(0, count - servers) * weight;
    if (total > 1e200) {
      weight /= total;
      waiting /= total;
      total = 1;
    }
  }
  const lossProbability = weight / total;
  const throughput = arrivalRate * (1 - lossProbability);
  const wait = throughput === 0 ? 0 : waiting / total / throughput;
  return meansFromWait(throughput, wait, meanService, servers, lossProbability);
}
