import type { FlowEvent } from '#engine/model/messages';
import type { Bus } from './BusState';

/** The groups that get a copy of an event, in the order of subscription. */
export function routeOf(bus: Bus, event: FlowEvent): readonly number[] {
  const route = bus.plan.routes[event.type] ?? nowhere;
  if (bus.state.absentWires.length === 0) return route;
  return route.filter((group) => isWanted(bus, event, group));
}

const nowhere: readonly number[] = [];

/** A group exists from its first subscriber on: before, nothing is queued for it. */
function isWanted({ plan, state }: Bus, event: FlowEvent, group: number): boolean {
  for (const member of plan.groups[group]?.members ?? []) {
    if (member.wants[event.type] === true && !state.absentWires.includes(member.wire.index)) return true;
  }
  return false;
}
