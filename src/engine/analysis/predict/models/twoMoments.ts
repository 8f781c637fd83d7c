import { allenCunneen } from '#engine/analysis/queueing/allenCunneen';
import { variationOf } from '../Moments';
import { isOpenLine, plainMeans, type StationModel } from './StationModel';

/** GI/G/c by the first two moments of what comes and of the work (Allen-Cunneen; in networks QNA). */
export const twoMoments: StationModel = {
  name: 'Allen-Cunneen',
  tier: 'approximation',
  solve(input) {
    const { arrivals, holding, servers } = input;
    const varies = variationOf(holding);
    if (arrivals.variation === null || !isOpenLine(input) || !Number.isFinite(varies)) return null;
    return plainMeans(
      allenCunneen(
        arrivals.rate,
        arrivals.variation,
        { mean: holding.mean, squaredVariation: varies },
        servers,
      ),
    );
  },
};
