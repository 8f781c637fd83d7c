import type { BackOff } from '#engine/kernel/backOffUs';
import { mixtureOf, sumOf, type TimeMoments } from './Moments';

/**
 * How long work takes of which every attempt fails with a probability: attempts, and between them the back-offs, until one
 * succeeds or there are no more. Null for back-offs that depend on the ones before. Without failures it is one attempt.
 */
export function attemptsTime(
  attempt: TimeMoments,
  failure: number,
  retries: number,
  backOff: BackOff,
): TimeMoments | null {
  if (failure === 0 || retries === 0) return attempt;
  if (backOff.growth === 'decorrelated') return null;
  const parts: { share: number; time: TimeMoments }[] = [];
  const spent: TimeMoments[] = [attempt];
  for (let count = 1; count <= retries + 1; count += 1) {
    const share = failure ** (count - 1) * (count > retries ? 1 : 1 - failure);
    parts.push({ share, time: sumOf([...spent]) });
    spent.push(pauseAfter(count, backOff), attempt);
  }
  return mixtureOf(parts);
}

/** As `backOffUs`: a share of a fixed or doubled pause is drawn evenly. */
function pauseAfter(attempt: number, { growth, firstMs, longestMs, jitter }: BackOff): TimeMoments {
  const doubled = growth === 'exponential' ? firstMs * 2 ** Math.min(attempt - 1, 40) : firstMs;
  const full = Math.min(doubled, longestMs > 0 ? longestMs : 1e10);
  const width = full * jitter;
  return { mean: full - width / 2, variance: (width * width) / 12, isExponential: false };
}
