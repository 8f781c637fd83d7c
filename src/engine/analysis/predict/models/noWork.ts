import { meansFromWait } from '#engine/analysis/queueing/QueueMeans';
import { plainMeans, type StationModel } from './StationModel';

/** Work that takes no time makes nobody wait. */
export const noWork: StationModel = {
  name: '0',
  tier: 'exact',
  solve: ({ arrivals: { rate }, holding, servers }) =>
    holding.mean === 0 ? plainMeans(meansFromWait(rate, 0, 0, servers)) : null,
};
