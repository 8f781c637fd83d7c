import { generalArrivals } from '#engine/analysis/queueing/generalArrivals';
import { transformOf } from '#engine/analysis/queueing/transformOf';
import { isOpenLine, plainMeans, type StationModel } from './StationModel';

/** GI/M/1, D/M/1 among them: independent times between events of a law that has a transform. */
export const otherArrivals: StationModel = {
  name: 'GI/M/1',
  tier: 'exact',
  solve(input) {
    const { arrivals, holding, servers } = input;
    const { interval, batch, rate } = arrivals;
    if (servers !== 1 || !isOpenLine(input) || interval === null || batch > 1) return null;
    const transform = transformOf(interval);
    return transform === null || !holding.isExponential
      ? null
      : plainMeans(generalArrivals(rate, holding.mean, transform));
  },
};
