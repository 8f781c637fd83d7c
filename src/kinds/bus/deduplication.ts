import { createFifo, first, lengthOf, pushLast, takeFirst, type Fifo } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Bus } from './BusState';

/** Most events that a window remembers; beyond, the oldest are forgotten early, which is recorded. */
const longestMemory = 10_000;

/** What a bus has accepted within its deduplication window. */
export interface Recent {
  readonly line: Fifo<{ readonly name: string; readonly atUs: number }>;
  /** The names in the line, each with 1. */
  readonly names: Record<string, number>;
}

export function createRecent(): Recent {
  return { line: createFifo(), names: {} };
}

/** Whether the window has seen this event already: by its id, or by its key, as the settings say. */
export function isRepeated(bus: Bus, event: FlowEvent): boolean {
  const { plan, state, context } = bus;
  const { line, names } = state.recent;
  for (let oldest = first(line); oldest !== undefined; oldest = first(line)) {
    if (oldest.atUs + plan.dedupWindowUs > context.now) break;
    forgetOldest(state.recent);
  }
  return Object.hasOwn(names, nameOf(bus, event));
}

/** Notes an event that was accepted. */
export function remember(bus: Bus, event: FlowEvent): void {
  const { recent } = bus.state;
  const name = nameOf(bus, event);
  pushLast(recent.line, { name, atUs: bus.context.now });
  recent.names[name] = 1;
  if (lengthOf(recent.line) <= longestMemory) return;
  forgetOldest(recent);
  bus.context.record(fact.forgotten, null);
}

function forgetOldest(recent: Recent): void {
  const oldest = takeFirst(recent.line);
  if (oldest !== undefined) delete recent.names[oldest.name];
}

function nameOf(bus: Bus, event: FlowEvent): string {
  // The sign keeps keys such as "__proto__" apart from what objects have by themselves.
  return bus.plan.settings.dedupBy === 'key' ? `=${event.subject}` : `#${event.number}`;
}
