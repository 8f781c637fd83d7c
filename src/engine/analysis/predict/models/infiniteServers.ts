import { markovQueue } from '#engine/analysis/queueing/markovQueue';
import { plainMeans, type StationModel } from './StationModel';

/** M/G/∞ and anything else with a server each: nobody waits, whatever the laws. */
export const infiniteServers: StationModel = {
  name: 'G/G/∞',
  tier: 'exact',
  solve: ({ arrivals: { rate }, holding, servers }) =>
    servers === Infinity && holding.mean > 0
      ? plainMeans(markovQueue({ arrivalRate: rate, meanService: holding.mean, servers }))
      : null,
};
