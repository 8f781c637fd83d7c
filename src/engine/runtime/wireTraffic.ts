import { assert } from '#engine/kernel/assert';
import { fact } from '#engine/model/facts';
import type { Json } from '#engine/model/Json';
import type { FlowEvent, Outcome } from '#engine/model/messages';
import type { WirePlan } from './FlowPlan';
import { Pending } from './Pending';
import type { Simulation } from './Simulation';

/** The name of the step in which a message would have arrived and does not. */
export const lossName = 'drop';

/** A message that will go along a wire, in its direction. */
export function outgoing(
  simulation: Simulation,
  kind: 'publish' | 'deliver' | 'access',
  wire: number,
  event: FlowEvent,
  name: string,
): Pending {
  return new Pending(kind, planOf(simulation, wire).to, wire, event, name, simulation.stepCount);
}

/** Sends a message in the direction of its wire; it overtakes none that was sent before. */
export function sendForward(simulation: Simulation, pending: Pending, latencyUs: number): void {
  if (simulation.cuts.troubles.isAny) sendThroughTroubles(simulation, pending, latencyUs);
  else sendOff(simulation, pending, latencyUs);
}

/** A message that a fault loses travels all the same, as on a wire that loses. */
function sendThroughTroubles(simulation: Simulation, pending: Pending, latencyUs: number): void {
  const { isLost, isDoubled, delayUs } = simulation.cuts.troubles.meet(pending.wire);
  if (isLost) {
    sendOff(simulation, pending.copy(pending.cause, lossName), latencyUs);
    return;
  }
  sendOff(simulation, pending, latencyUs + delayUs);
  if (!isDoubled) return;
  simulation.record(fact.duplicated, pending.event, 'on the wire');
  sendOff(simulation, pending.copy(pending.cause), latencyUs + delayUs);
}

function sendOff(simulation: Simulation, pending: Pending, latencyUs: number): void {
  const { counters, cuts, lastArrivalUs, nowUs } = simulation;
  const { wire } = pending;
  counters.send(wire);
  const lastUs = lastArrivalUs[wire] ?? 0;
  const isCut = cuts.active > 0;
  if (latencyUs === 0 && !isCut && lastUs <= nowUs) {
    simulation.pushDue(pending);
    return;
  }
  const isLost = isCut && cuts.loses(wire);
  const departUs = isCut && !isLost ? cuts.departUs(wire, nowUs) : nowUs;
  const arriveUs = Math.max(departUs + latencyUs, lastUs);
  lastArrivalUs[wire] = arriveUs;
  // As on a wire that loses: it travels, and is gone where it would arrive.
  simulation.push(isLost ? pending.copy(pending.cause, lossName) : pending, arriveUs);
}

/** Sends an answer against the direction of a wire: at once, unless a partition holds or loses it. */
export function sendBack(
  simulation: Simulation,
  wire: number,
  call: number,
  outcome: Outcome,
  event: FlowEvent | null,
  value: Json,
): void {
  const { cuts } = simulation;
  const { from } = planOf(simulation, wire);
  const pending = new Pending('ack', from, wire, event, outcome, simulation.stepCount);
  pending.call = call;
  pending.value = value;
  // What vanished is told only for the books, and no network carries it.
  if (cuts.active === 0 || outcome === 'vanished') simulation.pushDue(pending);
  // Without a call it is no answer but the connection, opening or closing: both ends see that once they can.
  else if (call !== 0 && cuts.loses(wire)) loseOnWire(simulation, pending);
  else simulation.push(pending, cuts.departUs(wire, simulation.nowUs));
}

/**
 * A message ends on the wire, by the wire's own loss or by a person's hand. The books of whoever waits for an answer
 * must learn of it, though by its guarantee it may have to act as if it had not. An answer that is lost itself tells
 * what it would have said.
 */
export function loseOnWire(simulation: Simulation, pending: Pending): void {
  const { kind, wire, call, event } = pending;
  if (kind === 'ack') {
    simulation.record(fact['ack-lost'], event, pending.outcome);
    sendBack(simulation, wire, call, 'vanished', event, pending.outcome);
    return;
  }
  simulation.counters.lose(wire);
  simulation.record(fact.lost, event, 'on the wire');
  if (call !== 0) sendBack(simulation, wire, call, 'vanished', event, null);
}

function planOf(simulation: Simulation, wire: number): WirePlan {
  const plan = simulation.plan.wires[wire];
  assert(plan !== undefined, 'A message travels on a wire of the flow.');
  return plan;
}
