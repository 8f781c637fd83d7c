import type { FlowEvent } from '#engine/model/messages';
import type { Bus, Caller, Member, Wanted } from './BusState';

/** The groups that get a copy of what somebody publishes, in the order of subscription. */
export function routeOf(bus: Bus, { event, wanted }: Pick<Caller, 'event' | 'wanted'>): readonly number[] {
  const route = bus.plan.routes[event.type] ?? nowhere;
  if (wanted === null && bus.state.absentWires.length === 0) return route;
  return route.filter((group) => isWanted(bus, event, group, wanted));
}

const nowhere: readonly number[] = [];

/** A group gets a copy if one of its members at least wants it. It exists from its first subscriber on. */
function isWanted({ plan, state }: Bus, event: FlowEvent, group: number, wanted: Wanted): boolean {
  for (const { wants, wire } of plan.groups[group]?.members ?? []) {
    if (wants[event.type] !== true || state.absentWires.includes(wire.index)) continue;
    if (wanted === null || wanted.includes(wire.index)) return true;
  }
  return false;
}

/** The subscriptions whose patterns and filters want an event; null when the patterns alone decide. */
export function wantedBy(bus: Bus, event: FlowEvent): Wanted {
  if (bus.plan.filters === null) return null;
  const wanted: number[] = [];
  for (const { members } of bus.plan.groups)
    for (const member of members) if (isWantedBy(bus, member, event)) wanted.push(member.wire.index);
  return wanted;
}

/** Whether pattern and filter of one subscription want an event. Where the pattern does not, no filter is asked. */
export function isWantedBy({ context, plan }: Bus, { wants, wire }: Member, event: FlowEvent): boolean {
  return wants[event.type] === true && (plan.filters?.accepts(wire.index, event, context) ?? true);
}
