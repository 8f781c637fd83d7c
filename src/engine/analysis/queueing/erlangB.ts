import { assert } from '#engine/kernel/assert';

/**
 * The share of customers that find all servers taken and go away, in M/G/c/c (Erlang's loss formula, 1917). `load` is
 * the arrival rate times the mean service time. By the recurrence over the number of servers, which loses no digits.
 */
export function erlangB(servers: number, load: number): number {
  assert(Number.isInteger(servers) && servers >= 0, 'Servers are counted in whole numbers.');
  assert(load >= 0, 'A load is not negative.');
  let blocked = 1;
  for (let count = 1; count <= servers; count += 1) blocked = (load * blocked) / (count + load * blocked);
  return blocked;
}
