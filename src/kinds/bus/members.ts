import type { Bus, Copy, Member } from './BusState';

/** The members of the group that a copy is for, in the order of subscription. */
export function membersOf(bus: Bus, copy: Copy): readonly Member[] {
  return bus.plan.groups[copy.group]?.members ?? nobody;
}

const nobody: readonly Member[] = [];

/** Whether a member wants this copy, is connected and subscribed and, if `needsRoom`, has room for one more. */
export function canTake(bus: Bus, copy: Copy, index: number, needsRoom: boolean): boolean {
  const member = membersOf(bus, copy)[index];
  if (member === undefined || member.wants[copy.event.type] !== true) return false;
  const { closedWires, absentWires } = bus.state;
  if (closedWires.length > 0 && closedWires.includes(member.wire.index)) return false;
  if (absentWires.length > 0 && absentWires.includes(member.wire.index)) return false;
  return !needsRoom || heldBy(bus, copy.group, index) < member.room;
}

/** What counts against a member's room: by prefetch what it has not acknowledged, else what it has not ended. */
function heldBy({ plan, state }: Bus, group: number, index: number): number {
  const counts = plan.prefetch > 0 ? state.unacked[group] : state.outstanding[group];
  return counts?.[index] ?? 0;
}
