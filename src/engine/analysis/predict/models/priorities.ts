import { priorityQueue } from '#engine/analysis/queueing/priorityQueue';
import { priorityServers } from '#engine/analysis/queueing/priorityServers';
import { meansFromWait, type QueueMeans } from '#engine/analysis/queueing/QueueMeans';
import { variationOf } from '../Moments';
import type { StationInput, StationMeans, StationModel } from './StationModel';

/** M/G/1 and M/M/c with levels of priority, nobody interrupted (Cobham; Kella and Yechiali). */
export const priorities: StationModel = {
  name: 'M/G/1, priorities',
  tier: 'exact',
  solve(input) {
    const { levels, places, arrivals, holding, servers } = input;
    if (levels === null || places < Infinity || !arrivals.isPoisson) return null;
    if (servers === 1) {
      const classes = levels.map((level) => ({
        arrivalRate: level.rate,
        service: { mean: level.holding.mean, squaredVariation: variationOf(level.holding) },
      }));
      return together(input, priorityQueue(classes));
    }
    const rates = levels.map(({ rate }) => rate);
    return holding.isExponential ? together(input, priorityServers(rates, holding.mean, servers)) : null;
  },
};

function together({ arrivals, holding, servers }: StationInput, levels: readonly QueueMeans[]): StationMeans {
  const queue = levels.reduce((sum, { meanQueue }) => sum + meanQueue, 0);
  const throughput = levels.reduce((sum, level) => sum + level.throughput, 0);
  const busy = levels.reduce((sum, { meanBusy }) => sum + meanBusy, 0);
  const means = meansFromWait(throughput, queue / arrivals.rate, holding.mean, servers);
  return {
    ...means,
    meanBusy: busy,
    utilisation: busy / servers,
    levelWaits: levels.map(({ meanWait }) => meanWait),
  };
}
