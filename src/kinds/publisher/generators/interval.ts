import { fromStart } from './fromStart';
import type { Generator } from './Generator';

/** A renewal process: the time to the next event is drawn anew each time; exponential times make it a Poisson process. */
export const interval: Generator = {
  id: 'interval',
  nextUs: (_progress, plan, context) => fromStart(plan, context) + context.sample(plan.settings.interval),
};
