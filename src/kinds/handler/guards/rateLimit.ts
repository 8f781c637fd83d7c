import { fact } from '#engine/model/facts';
import { defineGuard } from './Guard';

/** A bucket that was last full at `fullUs`, and the tokens taken from it since. */
interface Bucket {
  fullUs: number;
  taken: number;
}

/**
 * A token bucket: it holds `rateBurst` tokens and gains `ratePerSecond` a second, without a break; every attempt takes
 * one. Counted in whole tokens since the bucket was last full, so that no rounding adds up. Who finds none waits for
 * the next one, in line; or, when the rest is refused, a delivery without a token is sent back as it arrives, and an
 * attempt after a back-off fails at once.
 */
export const rateLimit = defineGuard<Bucket>('rateLimit', ({ ratePerSecond, rateBurst, rateExcess }) => {
  if (ratePerSecond === 0) return null;
  const gained = (bucket: Bucket, nowUs: number): number =>
    Math.floor(((nowUs - bucket.fullUs) * ratePerSecond) / 1e6);
  const left = (bucket: Bucket, nowUs: number): number =>
    Math.min(rateBurst, rateBurst + gained(bucket, nowUs) - bucket.taken);
  /** Takes a token if there is one. */
  const take = (bucket: Bucket, nowUs: number): boolean => {
    if (left(bucket, nowUs) < 1) return false;
    // Full for a microsecond or more; less is only what waiting in whole microseconds took too long.
    if ((nowUs - bucket.fullUs - 1) * ratePerSecond >= bucket.taken * 1e6) {
      bucket.fullUs = nowUs;
      bucket.taken = 0;
    }
    bucket.taken += 1;
    return true;
  };
  const initial = (): Bucket => ({ fullUs: 0, taken: 0 });
  if (rateExcess === 'refuse') {
    return {
      initial,
      arrive(bucket, held, context) {
        if (take(bucket, context.now)) return null;
        context.record(fact.refused, held.event, 'rate limit');
        return 'refused';
      },
      permit: (bucket, work, context) =>
        work.attempt === 1 || take(bucket, context.now) ? '' : 'rate limit',
    };
  }
  return {
    initial,
    opensUs(bucket, { now }) {
      if (left(bucket, now) >= 1) return now;
      const missing = bucket.taken + 1 - rateBurst;
      const dueUs = bucket.fullUs + Math.ceil((missing * 1e6) / ratePerSecond);
      // The quotient may round to just below the whole microsecond at which the product has the token.
      return gained(bucket, dueUs) >= missing ? dueUs : dueUs + 1;
    },
    permit: (bucket, _, context) => (take(bucket, context.now) ? '' : 'rate limit'),
  };
});
