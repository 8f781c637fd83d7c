import { tokenOf } from '#engine/model/tokens';
import { isFlight, type Pending } from './Pending';
import type { Simulation } from './Simulation';
import type { PendingStep } from './Trace';

/** A pending step with the number to take it by. */
export interface FoundStep {
  readonly id: number;
  readonly dueUs: number;
  readonly priority: number;
  readonly pending: Pending;
  readonly step: PendingStep;
}

/**
 * Every step that waits to happen, soonest first. A step's key names receiver, kind and event; equal names
 * are told apart by a running number in that order. On one wire and in one direction only the first may go.
 */
export function listPendingSteps(simulation: Simulation): readonly FoundStep[] {
  const seen = new Map<string, number>();
  const entries = simulation.pending.entries();
  const firstOnWire = firstIds(entries.map((entry) => ({ id: entry.id, pending: entry.item })));
  return entries.map(({ id, item, timeUs, priority }) => {
    const name = keyOf(simulation, item);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const lane = laneOf(item);
    return {
      id,
      dueUs: timeUs,
      priority,
      pending: item,
      step: {
        key: count === 1 ? name : `${name}~${count}`,
        dueUs: timeUs,
        node: item.node,
        kind: item.kind,
        name: item.name,
        token: item.event === null ? null : tokenOf(item.event),
        wire: item.wire,
        // What a partition holds for ever never goes.
        mayGoNext: timeUs < Infinity && (lane === '' || firstOnWire.get(lane) === id),
      },
    };
  });
}

function keyOf(simulation: Simulation, pending: Pending): string {
  const { kind, name, event } = pending;
  const node = simulation.plan.nodes[pending.node]?.id ?? '';
  return `${node}/${kind}${name === '' ? '' : `.${name}`}${event === null ? '' : `/${event.number}`}`;
}

/** Messages in one lane keep their order: one wire, one direction. Empty for what no order binds. */
function laneOf(pending: Pending): string {
  const { kind, wire } = pending;
  if (!isFlight(kind)) return '';
  return `${wire}${kind === 'ack' ? 'back' : ''}`;
}

/** In each lane the one that is due first: the order in which they were sent, with a copy where its original is. */
function firstIds(entries: readonly { id: number; pending: Pending }[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { id, pending } of entries) {
    const lane = laneOf(pending);
    if (!first.has(lane)) first.set(lane, id);
  }
  return first;
}
