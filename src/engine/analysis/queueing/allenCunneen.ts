import { markovQueue } from './markovQueue';
import type { Service } from './pollaczekKhinchine';
import { meansFromWait, type QueueMeans } from './QueueMeans';

/**
 * GI/G/c as an approximation: the wait of M/M/c, times the mean of the squared variations of what comes and of the service
 * (Allen, "Probability, Statistics and Queueing Theory", § 5.2.5, after Cunneen). Where arrivals are more even than Poisson,
 * with the factor of Kraemer and Langenbach-Belz (1976), as in QNA. Exact for M/M/c and M/G/1.
 */
export function allenCunneen(
  arrivalRate: number,
  arrivalVariation: number,
  { mean, squaredVariation }: Service,
  servers: number,
): QueueMeans {
  const markov = markovQueue({ arrivalRate, meanService: mean, servers });
  const both = arrivalVariation + squaredVariation;
  if (!Number.isFinite(markov.meanWait) || servers === Infinity) return markov;
  const wait = markov.meanWait * (both / 2) * evenness(markov.utilisation, arrivalVariation, both);
  return meansFromWait(arrivalRate, wait, mean, servers);
}

function evenness(load: number, arrivalVariation: number, both: number): number {
  if (arrivalVariation >= 1 || both === 0 || load === 0) return 1;
  return Math.exp((-2 * (1 - load) * (1 - arrivalVariation) ** 2) / (3 * load * both));
}
