import type { Bus, Copy, MemberPlace } from './BusState';
import { touch } from './touch';

/*
 * What consumers have in hand: deliveries whose work has not ended, which is what their room is counted by. A copy may
 * be settled before that (by an early acknowledgement, a time-out, a crash of the bus), and a delivery that the wire
 * doubled ends twice; so each end is held against the call that it is of.
 */

/** A copy is handed over. */
export function takeInHand(bus: Bus, copy: Copy, member: number): void {
  copy.inHand = true;
  count(bus, copy.group, member, 1);
}

/** The bus settles a copy while the consumer may still be at work on it. */
export function leaveInHand(bus: Bus, copy: Copy): void {
  if (!copy.inHand) return;
  copy.inHand = false;
  bus.state.groups[copy.group]?.owed.push(copy.call);
}

/** A consumer is done with a call, whose copy is still in flight or was settled before. */
export function handBack(
  bus: Bus,
  { group, member }: MemberPlace,
  call: number,
  copy: Copy | undefined,
): void {
  if (copy === undefined ? pay(bus, group, call) : copy.inHand) count(bus, group, member, -1);
  if (copy !== undefined) copy.inHand = false;
}

/** Strikes a call off those that will still end; false when it is not among them, as the second end of a doubled one. */
function pay(bus: Bus, group: number, call: number): boolean {
  const owed = bus.state.groups[group]?.owed;
  const index = owed?.indexOf(call) ?? -1;
  if (owed === undefined || index < 0) return false;
  owed.splice(index, 1);
  return true;
}

function count(bus: Bus, group: number, member: number, by: 1 | -1): void {
  touch(bus, group);
  const outstanding = bus.state.outstanding[group];
  if (outstanding !== undefined) outstanding[member] = (outstanding[member] ?? 0) + by;
}
