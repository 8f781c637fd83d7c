import type { Bus, BusPlan, Member } from './BusState';

/** Which member owns each partition at the start. */
export function firstOwners(plan: BusPlan, group: number): number[] {
  return ownersAmong(plan, group, (member) => member.subscribeAtUs === 0);
}

/** The partitions of a group are shared out anew over those who are there, because one came or went. */
export function rebalance({ plan, state }: Bus, group: number): void {
  const own = state.groups[group];
  if (own === undefined || plan.partitions === 1) return;
  const { closedWires, absentWires } = state;
  own.owners = ownersAmong(
    plan,
    group,
    ({ wire }) => !closedWires.includes(wire.index) && !absentWires.includes(wire.index),
  );
}

/** Round robin in the order of the wires, as the assignor of that name does in Kafka; −1 when nobody is there. */
function ownersAmong(plan: BusPlan, group: number, isThere: (member: Member) => boolean): number[] {
  if (plan.partitions === 1) return [];
  const present = (plan.groups[group]?.members ?? []).flatMap((member, index) =>
    isThere(member) ? [index] : [],
  );
  return Array.from({ length: plan.partitions }, (_, partition) => present[partition % present.length] ?? -1);
}
