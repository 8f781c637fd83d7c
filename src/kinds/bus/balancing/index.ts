import type { BusSettings } from '../busFields';
import type { Balancing } from './Balancing';
import { keyHash } from './keyHash';
import { leastBusy } from './leastBusy';
import { random } from './random';
import { roundRobin } from './roundRobin';

/** Every way in which competing consumers can share the events of their group. */
export const balancings: readonly Balancing[] = [roundRobin, leastBusy, random, keyHash];

/** The one that the settings of a bus name. */
export function balancingOf({ balancing }: BusSettings): Balancing {
  return balancings.find(({ id }) => id === balancing) ?? roundRobin;
}
