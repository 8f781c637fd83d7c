import { fact } from '#engine/model/facts';
import type { Context } from '#engine/model/NodeKind';
import { waitOf } from '#engine/model/waits';
import { defineGuard } from './Guard';

interface Breaker {
  state: 'closed' | 'open' | 'halfOpen';
  /** Grows with every change of state: an attempt counts only in the period in which it started. */
  period: number;
  /** The last outcomes while closed, newest last: true for a failure. */
  recent: boolean[];
  /** Attempts let through while half-open, and those of them that went well. */
  probes: number;
  successes: number;
  timer: number;
}

/**
 * A circuit breaker by the rules of resilience4j (count-based window) and, with one probe, of Hystrix. Closed, it
 * opens after `breakerFailures` failed attempts among the last `breakerWindow` (0: in a row). Open, it lets none start
 * for `breakerOpenMs`. Half-open, it lets `breakerProbes` start: it closes when all of them went well, and opens again
 * with the first that fails. The outcome of an attempt that started before the last change of state is ignored.
 */
export const circuitBreaker = defineGuard<Breaker>('circuitBreaker', (settings) => {
  const { breakerFailures, breakerProbes, breakerWhenOpen } = settings;
  if (breakerFailures === 0) return null;
  const openUs = Math.round(settings.breakerOpenMs * 1000);
  const isInARow = settings.breakerWindow === 0;
  const window = isInARow ? breakerFailures : Math.max(settings.breakerWindow, breakerFailures);
  const mayStart = (own: Breaker): boolean =>
    own.state === 'closed' || (own.state === 'halfOpen' && own.probes < breakerProbes);
  const enter = (own: Breaker, state: Breaker['state']): void => {
    own.state = state;
    own.period += 1;
    own.recent = [];
    own.probes = 0;
    own.successes = 0;
  };
  const trip = (own: Breaker, context: Context): void => {
    enter(own, 'open');
    own.timer = context.schedule('timer', openUs, 'half-open', null);
  };
  const whileClosed = (own: Breaker, isGood: boolean, context: Context): void => {
    if (isInARow && isGood) own.recent = [];
    else own.recent.push(!isGood);
    if (own.recent.length > window) own.recent.shift();
    const failures = own.recent.reduce((sum, hasFailed) => sum + (hasFailed ? 1 : 0), 0);
    if (failures >= breakerFailures) trip(own, context);
  };
  return {
    initial: () => ({ state: 'closed', period: 0, recent: [], probes: 0, successes: 0, timer: 0 }),
    arrive(own, held, context) {
      if (breakerWhenOpen !== 'refuse' || mayStart(own)) return null;
      context.record(fact.refused, held.event, 'circuit open');
      return 'refused';
    },
    opensUs: (own, { now }) => (breakerWhenOpen !== 'wait' || mayStart(own) ? now : Infinity),
    permit(own, work) {
      work.period = -1;
      if (!mayStart(own)) return own.state === 'open' ? 'circuit open' : 'circuit half-open';
      if (own.state === 'halfOpen') own.probes += 1;
      work.period = own.period;
      return '';
    },
    ended(own, work, isGood, context) {
      if (work.period !== own.period) return;
      if (own.state === 'closed') whileClosed(own, isGood, context);
      else if (!isGood) trip(own, context);
      else if ((own.successes += 1) >= breakerProbes) enter(own, 'closed');
    },
    timer(own, id) {
      if (id === own.timer) enter(own, 'halfOpen');
    },
    crash(own, context) {
      if (own.state === 'open') context.cancel(own.timer);
      enter(own, 'closed');
    },
    lifecycle: (own) => (own.state === 'closed' ? '' : own.state),
    wait(own, moment) {
      if (own.state === 'open') return waitOf('circuitOpen', { untilUs: moment.dueUs(own.timer) });
      // Half-open, it stands in the way only of what comes after its probes.
      return own.state === 'halfOpen' && !mayStart(own)
        ? waitOf('circuitHalfOpen', { count: own.probes, of: breakerProbes })
        : null;
    },
  };
});
