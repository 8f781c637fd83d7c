import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import { answerCaller, refuse } from '../callers';
import type { Bus, Caller } from '../BusState';
import { brokenBy } from './brokenBy';
import { createParking, type WatchPlan } from './MonitorState';

/** Most events that wait until they are legal; whoever comes then is refused, which is recorded. */
const mostParked = 10_000;

/** The lane in which an event would be parked. The sign keeps it apart from what objects have by themselves. */
export function laneOf({ parksByKey }: WatchPlan, event: FlowEvent): string {
  return parksByKey ? `=${event.subject}` : '=';
}

/** Lets an event wait until it is legal. An asynchronous bus answers at once; on any other its caller waits with it. */
export function park(bus: Bus, caller: Caller, name: string): void {
  const { context, plan } = bus;
  const { parking } = bus.state;
  if (plan.watch === null) return;
  if (parking.count >= mostParked) {
    refuse(bus, caller, `too many wait for ${name}`);
    return;
  }
  const lane = laneOf(plan.watch, caller.event);
  parking.lanes[lane] = [...(parking.lanes[lane] ?? []), withoutCall(bus, caller)];
  parking.count += 1;
  context.record(fact.parked, caller.event, name);
}

function withoutCall(bus: Bus, caller: Caller): Caller {
  if (bus.plan.policy.holdsCaller) return caller;
  answerCaller(bus, caller, 'accepted');
  return { ...caller, call: 0 };
}

/** Lets in what has become legal, in order of arrival; true when something was. */
export function unpark(bus: Bus): boolean {
  const { parking } = bus.state;
  let isMoved = false;
  for (let lane = parking.stirred.pop(); lane !== undefined; lane = parking.stirred.pop()) {
    while (parking.lanes[lane] !== undefined && letOneIn(bus, lane)) isMoved = true;
  }
  return isMoved;
}

function letOneIn(bus: Bus, lane: string): boolean {
  const { parking } = bus.state;
  const line = parking.lanes[lane] ?? [];
  const place = line.findIndex(({ event }) => brokenBy(bus, event) === -1);
  const caller = line[place];
  if (caller === undefined) return false;
  if (line.length === 1) delete parking.lanes[lane];
  else parking.lanes[lane] = line.toSpliced(place, 1);
  parking.count -= 1;
  bus.context.record(fact.unparked, caller.event);
  bus.plan.policy.readmit(bus, caller);
  return true;
}

/** The bus went down, and what it had parked with it. */
export function loseParked(bus: Bus): void {
  for (const caller of Object.values(bus.state.parking.lanes).flat()) {
    bus.state.refused += 1;
    bus.context.record(fact.lost, caller.event, 'bus crashed');
    answerCaller(bus, caller, 'lost');
  }
  bus.state.parking = createParking();
}
