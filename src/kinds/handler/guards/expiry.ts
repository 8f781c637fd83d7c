import { fact } from '#engine/model/facts';
import { answer } from '../answer';
import { defineGuard } from './Guard';

/**
 * Drops what is too old to be of use when a worker would begin with it: counted from its birth, as a deadline that
 * travels with a request (gRPC), or from its arrival, as a time a request may wait. It is answered `failed`.
 */
export const expiry = defineGuard<null>('expiry', ({ expireAfterMs, expireFrom }) => {
  if (expireAfterMs === 0) return null;
  const longestUs = Math.round(expireAfterMs * 1000);
  return {
    initial: () => null,
    screen(_, held, state, context) {
      const sinceUs = expireFrom === 'birth' ? held.event.timeUs : held.arrivedUs;
      const ageUs = context.now - sinceUs;
      if (ageUs <= longestUs) return 'work';
      state.expired += 1;
      context.record(fact.expired, held.event, `after ${ageUs / 1000} ms`);
      answer(context, held, 'failed');
      return 'gone';
    },
  };
});
