import { fact } from '#engine/model/facts';
import type { Pending } from './Pending';
import type { Simulation } from './Simulation';

/** The name of the step in which a message would have arrived and does not. */
export const lossName = 'drop';

/**
 * A message ends on the wire, by the wire's own loss or by a person's hand. The books of whoever waits for an answer
 * must learn of it, though by its guarantee it may have to act as if it had not. An answer that is lost itself tells
 * what it would have said.
 */
export function loseOnWire(simulation: Simulation, pending: Pending): void {
  const { kind, wire, call, event } = pending;
  if (kind === 'ack') {
    simulation.record(fact['ack-lost'], event, pending.outcome);
    simulation.sendBack(wire, call, 'vanished', event, pending.outcome);
    return;
  }
  simulation.counters.lose(wire);
  simulation.record(fact.lost, event, 'on the wire');
  if (call !== 0) simulation.sendBack(wire, call, 'vanished', event, null);
}
