import type { BusSettings } from './busFields';

/**
 * How long a copy waits for its next attempt, in microseconds, by the attempt that failed: always the same, or longer
 * by a factor each time up to a longest time, as the back-off of a NATS consumer or a retry queue does. Place 0 is
 * never asked.
 */
export function redeliveryTimes(settings: BusSettings): readonly number[] {
  const { maxAttempts, redelivery, redeliveryDelayMs, redeliveryFactor, redeliveryMaxMs } = settings;
  const times = [0];
  let delayMs = redeliveryDelayMs;
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    times.push(Math.round(delayMs * 1000));
    // Multiplied step by step: powers are left to the browser, and traces could differ.
    if (redelivery === 'exponential') delayMs = Math.min(redeliveryMaxMs, delayMs * redeliveryFactor);
  }
  return times;
}
