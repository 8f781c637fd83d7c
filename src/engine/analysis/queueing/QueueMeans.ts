/**
 * What a waiting line comes to in the long run. Rates are per unit of time and durations in that unit, whichever it is.
 * Where more arrives than can be served, `utilisation` is 1 and the line and its times are infinite.
 */
export interface QueueMeans {
  /** Customers served per unit of time: what arrives and is not turned away, as far as the servers can. */
  readonly throughput: number;
  /** The share of customers that are turned away. */
  readonly lossProbability: number;
  /** The share of the servers that are at work; 0 for infinitely many. */
  readonly utilisation: number;
  /** Servers at work. */
  readonly meanBusy: number;
  /** Customers that wait, and their wait: of those that are let in. */
  readonly meanQueue: number;
  readonly meanWait: number;
  /** From arrival to the end of the service. */
  readonly meanResponse: number;
  /** Customers that wait or are served. */
  readonly meanInSystem: number;
}

/** All means from the wait of those let in, by Little's law (Little, "A proof for the queuing formula L = λW", 1961). */
export function meansFromWait(
  throughput: number,
  meanWait: number,
  meanService: number,
  servers: number,
  lossProbability = 0,
): QueueMeans {
  const meanBusy = Number.isFinite(meanWait) ? throughput * meanService : servers;
  return {
    throughput,
    lossProbability,
    utilisation: Number.isFinite(servers) ? meanBusy / servers : 0,
    meanBusy,
    meanQueue: throughput === 0 ? 0 : throughput * meanWait,
    meanWait,
    meanResponse: meanWait + meanService,
    meanInSystem: throughput === 0 ? 0 : throughput * (meanWait + meanService),
  };
}
