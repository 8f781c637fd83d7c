import { meansFromWait } from '#engine/analysis/queueing/QueueMeans';
import { plainMeans, type StationModel } from './StationModel';

/** Constant times between single events and constant work, with less to do than can be done: nobody ever waits. */
export const evenLine: StationModel = {
  name: 'D/D/c',
  tier: 'exact',
  solve({ arrivals, holding, servers }) {
    const isEven = arrivals.interval?.law === 'constant' && arrivals.batch === 1 && holding.variance === 0;
    return isEven && arrivals.rate * holding.mean <= servers
      ? plainMeans(meansFromWait(arrivals.rate, 0, holding.mean, servers))
      : null;
  },
};
