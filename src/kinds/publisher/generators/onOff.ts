import type { Context } from '#engine/model/NodeKind';
import type { Progress, PublisherPlan } from '../PublisherState';
import { fromStart } from './fromStart';
import type { Generator } from './Generator';

/**
 * A source that is on for a drawn time and off for another, silent or slower while off. With exponential laws it is
 * the Markov-modulated Poisson process of two states, or with silence the interrupted one (Fischer &
 * Meier-Hellstern, The Markov-modulated Poisson process cookbook, 1993). It begins on. When it turns, the interval
 * under way is forgotten and a new one drawn, which exponential laws do not notice. A turn is a step of its own.
 * `phase` is 1 while on and 0 while off, `phaseEndsUs` when it turns.
 */
export const onOff: Generator = {
  id: 'onOff',
  begin(progress, plan, context) {
    progress.phase = 1;
    progress.phaseEndsUs = fromStart(plan, context) + context.sample(plan.settings.onTime);
  },
  nextUs(progress, plan, context) {
    const law = lawOf(progress, plan);
    const dueUs = law === null ? Infinity : fromStart(plan, context) + context.sample(law);
    progress.turns = dueUs > progress.phaseEndsUs;
    return progress.turns ? Math.max(context.now, progress.phaseEndsUs) : dueUs;
  },
  passed(progress, plan, context) {
    if (progress.turns) turn(progress, plan, context);
  },
};

function lawOf({ phase }: Progress, { settings }: PublisherPlan) {
  if (phase === 1) return settings.interval;
  return settings.whenOff === 'slower' ? settings.offInterval : null;
}

function turn(progress: Progress, { settings }: PublisherPlan, context: Context): void {
  progress.phase = 1 - progress.phase;
  progress.phaseEndsUs =
    context.now + context.sample(progress.phase === 1 ? settings.onTime : settings.offTime);
}
