import type { Service } from './pollaczekKhinchine';
import { meansFromWait, type QueueMeans } from './QueueMeans';

/** Customers of one priority. */
export interface PriorityClass {
  readonly arrivalRate: number;
  readonly service: Service;
}

/**
 * One server, several classes of Poisson arrivals, the most important first; whoever is being served is served to the
 * end (Cobham, "Priority assignment in waiting line problems", 1954). A class for which the load of it and of all that
 * go before it reaches 1 waits for ever, and those before it do not.
 */
export function priorityQueue(classes: readonly PriorityClass[]): readonly QueueMeans[] {
  const loadOf = ({ arrivalRate, service }: PriorityClass) => arrivalRate * service.mean;
  let ahead = 0;
  // What is left, on average, of the service that a newcomer finds: a starved class takes what the others leave.
  let remaining = 0;
  for (const each of classes) {
    const share = Math.max(0, Math.min(loadOf(each), 1 - ahead));
    remaining += (share * each.service.mean * (1 + each.service.squaredVariation)) / 2;
    ahead += share;
  }
  let before = 0;
  return classes.map((each) => {
    const { arrivalRate, service } = each;
    const upTo = before + loadOf(each);
    const isStarved = upTo >= 1;
    const wait = isStarved ? Infinity : remaining / ((1 - before) * (1 - upTo));
    const share = Math.max(0, Math.min(loadOf(each), 1 - before));
    before = upTo;
    const means = meansFromWait(isStarved ? share / service.mean : arrivalRate, wait, service.mean, 1);
    return isStarved ? { ...means, utilisation: share, meanBusy: share } : means;
  });
}
