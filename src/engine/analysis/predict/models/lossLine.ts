import { markovQueue } from '#engine/analysis/queueing/markovQueue';
import { plainMeans, type StationModel } from './StationModel';

/** M/G/c/c: nobody can wait, and only the mean of the work matters (Erlang's loss formula; Sevastyanov 1957). */
export const lossLine: StationModel = {
  name: 'M/G/c/c',
  tier: 'exact',
  solve: ({ arrivals, holding, servers, places }) =>
    arrivals.isPoisson && places === 0
      ? plainMeans(markovQueue({ arrivalRate: arrivals.rate, meanService: holding.mean, servers, places }))
      : null,
};
