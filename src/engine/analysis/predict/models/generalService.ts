import { pollaczekKhinchine } from '#engine/analysis/queueing/pollaczekKhinchine';
import { variationOf } from '../Moments';
import { isOpenLine, plainMeans, type StationModel } from './StationModel';

/** M/G/1, single events or batches. */
export const generalService: StationModel = {
  name: 'M/G/1',
  tier: 'exact',
  solve(input) {
    const { arrivals, holding, servers } = input;
    const { interval, batch } = arrivals;
    const isInBatches = batch > 1 && interval?.law === 'exponential';
    if (servers !== 1 || !isOpenLine(input) || !(arrivals.isPoisson || isInBatches)) return null;
    const sizes = isInBatches
      ? { mean: batch, factorialMoment: batch * (batch - 1) }
      : { mean: 1, factorialMoment: 0 };
    const service = { mean: holding.mean, squaredVariation: variationOf(holding) };
    return plainMeans(pollaczekKhinchine(arrivals.rate, service, sizes));
  },
};
