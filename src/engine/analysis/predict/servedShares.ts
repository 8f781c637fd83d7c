import type { Customer, Station } from './Station';

/** The share of each customer that the servers of a station can do: the most important first, where there is an order. */
export function servedShares(
  station: Station,
  rateOf: (customer: Customer) => number,
): ReadonlyMap<Customer, number> {
  const { customers, servers, partitions, priorityOf, mostPerMs } = station;
  const coming = customers.reduce((sum, customer) => sum + rateOf(customer), 0);
  if (coming > mostPerMs) return new Map(customers.map((customer) => [customer, mostPerMs / coming]));
  // What nobody knows the length of bounds nothing.
  const isKnown = customers.every((customer) => customer.holding !== null || rateOf(customer) === 0);
  const workOf = (customer: Customer) => (isKnown ? rateOf(customer) * (customer.holding?.mean ?? 0) : 0);
  if (partitions !== null) {
    const work = customers.reduce((sum, customer) => sum + workOf(customer), 0);
    const done = partitions.reduce((sum, share) => sum + Math.min(1, share * work), 0);
    return new Map(customers.map((customer) => [customer, work === 0 ? 1 : done / work]));
  }
  const levelOf = (customer: Customer) => priorityOf?.(station.typeIds[customer.type] ?? '') ?? 0;
  const levels = [...new Set(customers.map(levelOf))].toSorted((a, b) => b - a);
  let left = servers;
  const shares = new Map<Customer, number>();
  for (const level of levels) {
    const same = customers.filter((customer) => levelOf(customer) === level);
    const work = same.reduce((sum, customer) => sum + workOf(customer), 0);
    const share = work <= left ? 1 : Math.max(0, left) / work;
    for (const customer of same) shares.set(customer, share);
    left -= work;
  }
  return shares;
}
