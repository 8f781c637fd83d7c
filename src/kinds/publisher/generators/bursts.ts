import { fromStart } from './fromStart';
import type { Generator } from './Generator';

/**
 * So many events at once or closely spaced, and that again and again: batch arrivals. The first burst comes at the
 * start; the time between bursts is counted from first event to first event, and a burst that lasts longer is followed
 * by the next without a gap. `phase` counts the events of the present burst, `phaseEndsUs` is when the next may begin.
 */
export const bursts: Generator = {
  id: 'bursts',
  nextUs({ phase, phaseEndsUs }, plan, context) {
    const fromUs = fromStart(plan, context);
    if (isWithin(phase, plan.settings.burstSize)) return fromUs + plan.burstSpacingUs;
    return Math.max(fromUs, phaseEndsUs);
  },
  passed(progress, plan, context) {
    if (isWithin(progress.phase, plan.settings.burstSize)) {
      progress.phase += 1;
      return;
    }
    progress.phase = 1;
    progress.phaseEndsUs = context.now + context.sample(plan.settings.burstInterval);
  },
};

const isWithin = (phase: number, size: number) => phase > 0 && phase < size;
