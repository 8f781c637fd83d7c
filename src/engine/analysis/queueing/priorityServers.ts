import { assert } from '#engine/kernel/assert';
import { erlangC } from './erlangC';
import { meansFromWait, type QueueMeans } from './QueueMeans';

/**
 * M/M/c with classes of customers that all need the same exponential service, the most important first; whoever is served is
 * served to the end (Kella and Yechiali, "Waiting times in the non-preemptive priority M/M/c queue", Stochastic Models 1
 * (1985) 257). A class for which it and all before it are as much as the servers can do waits for ever, and gets what is left.
 */
export function priorityServers(
  rates: readonly number[],
  meanService: number,
  servers: number,
): readonly QueueMeans[] {
  assert(servers >= 1 && Number.isFinite(servers), 'Servers are counted in whole numbers.');
  const all = rates.reduce((sum, rate) => sum + rate, 0) * meanService;
  const first = (erlangC(servers, all) * meanService) / servers;
  let before = 0;
  return rates.map((rate) => {
    const upTo = before + (rate * meanService) / servers;
    const left = Math.max(0, 1 - before);
    const wait = upTo >= 1 ? Infinity : first / ((1 - before) * (1 - upTo));
    before = upTo;
    const throughput = upTo >= 1 ? (left * servers) / meanService : rate;
    const means = meansFromWait(throughput, wait, meanService, servers);
    return upTo >= 1 ? { ...means, utilisation: left, meanBusy: left * servers } : means;
  });
}
