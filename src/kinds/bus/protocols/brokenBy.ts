import { nextStateOf } from '#engine/automata/nextStateOf';
import type { FlowEvent } from '#engine/model/messages';
import type { Bus } from '../BusState';

/** The place of the first protocol with a say that an event would break, or −1. */
export function brokenBy(bus: Bus, event: FlowEvent): number {
  for (const place of bus.plan.watch?.guards ?? []) if (wouldBreak(bus, place, event)) return place;
  return -1;
}

function wouldBreak({ plan, state }: Bus, place: number, event: FlowEvent): boolean {
  const { automaton, isPerKey, isStrict, letters, maxInstances, standings } =
    plan.watch?.protocols[place] ?? {};
  const monitor = state.monitors[place];
  if (automaton === undefined || automaton === null || monitor === undefined) return false;
  const letter = letters?.[event.type] ?? -1;
  if (letter === -1) return isStrict === true;
  const name = `-1:${isPerKey === true ? event.subject : ''}`;
  const known = Object.hasOwn(monitor.instances, name) ? monitor.instances[name] : undefined;
  // Of a key that is not followed nothing is known, and nothing is kept out.
  if (known === undefined && monitor.count >= (maxInstances ?? 0)) return false;
  if (known?.standing === 'violated') return true;
  const next = nextStateOf(automaton, known?.state ?? automaton.initial, letter);
  return (standings?.[next] ?? 'violated') === 'violated';
}
