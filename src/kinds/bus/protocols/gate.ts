import { wiresFor } from '#engine/expression/WireFilters';
import { fact } from '#engine/model/facts';
import { emptyStack } from '#engine/model/messages';
import { answerCaller, refuse } from '../callers';
import type { Bus, Caller } from '../BusState';
import { brokenBy } from './brokenBy';
import { park } from './parking';

/**
 * Keeps an event from the bus that would break a protocol, by the mode of the first one that it would break. False
 * when none has a say and the event may come in.
 */
export function keepOut(bus: Bus, caller: Caller): boolean {
  const place = brokenBy(bus, caller.event);
  const plan = bus.plan.watch?.protocols[place];
  if (plan === undefined) return false;
  if (plan.mode === 'park') {
    park(bus, caller, plan.name);
    return true;
  }
  bus.state.keptOut[place] = (bus.state.keptOut[place] ?? 0) + 1;
  if (plan.mode === 'deadLetter') sendAway(bus, caller, plan.name);
  else refuse(bus, caller, `would break ${plan.name}`);
  return true;
}

/** To the dead letters, whole: no group got a copy. Without a wire there it is dropped. */
function sendAway(bus: Bus, caller: Caller, name: string): void {
  const { context, plan } = bus;
  const reason = `would break ${name}`;
  const wires = wiresFor(plan.filters, plan.deadLetterWires, caller.event, context);
  for (const wire of wires) context.publish(wire.index, caller.event, 0, emptyStack, reason);
  context.record(wires.length === 0 ? fact.dropped : fact['dead-lettered'], caller.event, reason);
  answerCaller(bus, caller, plan.policy.holdsCaller ? 'done' : 'accepted');
}
