import { fact } from '#engine/model/facts';
import type { PublishMessage } from '#engine/model/messages';
import type { Bus, Caller } from './BusState';
import { wantedBy } from './routeOf';

/** What a publish call looks like to the bus. */
export function callerOf(bus: Bus, { event, call, wire, stack }: PublishMessage): Caller {
  return { event, call, wire, stack, sinceUs: bus.context.now, wanted: wantedBy(bus, event) };
}

/** Answers a publish call, if somebody waits for it. */
export function answerCaller(
  bus: Bus,
  caller: Caller,
  outcome: 'accepted' | 'done' | 'refused' | 'failed' | 'lost',
): void {
  if (caller.call !== 0) bus.context.answer(caller.wire, caller.call, outcome, caller.event, null);
}

/** Counts and records that a publish call is refused, and answers it so. */
export function refuse(bus: Bus, caller: Caller, reason: string): void {
  bus.state.refused += 1;
  bus.context.record(fact.refused, caller.event, reason);
  answerCaller(bus, caller, 'refused');
}
