import { markovQueue } from '#engine/analysis/queueing/markovQueue';
import { plainMeans, type StationModel } from './StationModel';

/** M/M/c, and M/M/c/K where whoever finds the line full is turned away. */
export const markovLine: StationModel = {
  name: 'M/M/c',
  tier: 'exact',
  solve({ arrivals, holding, servers, places, whenFull, levels }) {
    if (!arrivals.isPoisson || !holding.isExponential || levels !== null) return null;
    if (whenFull === 'dropOldest' && places < Infinity) return null;
    return plainMeans(
      markovQueue({ arrivalRate: arrivals.rate, meanService: holding.mean, servers, places }),
    );
  },
};
