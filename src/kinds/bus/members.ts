import type { Bus, Copy, Member } from './BusState';

/** What questions about members need to know of a bus. */
type Books = Pick<Bus, 'state' | 'plan'>;

/** The members of the group that a copy is for, in the order of subscription. */
export function membersOf(bus: Books, copy: Copy): readonly Member[] {
  return bus.plan.groups[copy.group]?.members ?? nobody;
}

const nobody: readonly Member[] = [];

/** Whether a member wants this copy, is connected and subscribed and, if `needsRoom`, has room for one more. */
export function canTake(bus: Books, copy: Copy, index: number, needsRoom: boolean): boolean {
  const member = membersOf(bus, copy)[index];
  if (member === undefined || member.wants[copy.event.type] !== true) return false;
  if (copy.wanted !== null && !copy.wanted.includes(member.wire.index)) return false;
  return isThere(bus, member.wire.index) && (!needsRoom || heldBy(bus, copy.group, index) < member.room);
}

/** Whether a member, whatever it wants, is connected and subscribed and has room for one more. */
export function isReady(bus: Books, group: number, index: number): boolean {
  const member = bus.plan.groups[group]?.members[index];
  if (member === undefined || isGroupFull(bus, group)) return false;
  return heldBy(bus, group, index) < member.room && isThere(bus, member.wire.index);
}

/** Whether somebody of a group has room for one more, whatever he wants. */
export function hasRoom(bus: Books, group: number): boolean {
  const members = bus.plan.groups[group]?.members ?? nobody;
  for (let index = 0; index < members.length; index += 1) if (isReady(bus, group, index)) return true;
  return false;
}

/** Whether a group holds as many unacknowledged events as it may, those that wait for another attempt included. */
export function isGroupFull({ plan, state }: Books, group: number): boolean {
  if (plan.groupPrefetch === Infinity) return false;
  const own = state.groups[group];
  return own !== undefined && own.inFlight.length + own.retrying.length >= plan.groupPrefetch;
}

function isThere({ state }: Books, wire: number): boolean {
  const { closedWires, absentWires } = state;
  if (closedWires.length > 0 && closedWires.includes(wire)) return false;
  return absentWires.length === 0 || !absentWires.includes(wire);
}

/** What counts against a member's room: by prefetch what it has not acknowledged, else what it has not ended. */
function heldBy({ plan, state }: Books, group: number, index: number): number {
  const counts = plan.prefetch > 0 ? state.unacked[group] : state.outstanding[group];
  return counts?.[index] ?? 0;
}
