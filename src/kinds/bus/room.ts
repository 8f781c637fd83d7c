import type { Bus, Copy, LoopItem } from './BusState';
import { end, giveUp } from './copies';
import type { Waiting } from './Line';
import type { Queue } from './Queue';
import { take, takeDeferred } from './queues';

export function isAnyFull(bus: Bus, route: readonly number[]): boolean {
  if (bus.plan.capacity === Infinity) return false;
  for (const group of route) if (isFull(bus, group)) return true;
  return false;
}

function isFull({ plan, state }: Bus, group: number): boolean {
  const queue = plan.isLoop ? state.shared : state.groups[group]?.queue;
  return queue !== undefined && queue.waiting >= plan.capacity;
}

/** Whether a copy gets a place in its queue; when there is none, the overflow setting decides whose end it is. */
export function findRoom(bus: Bus, copy: Copy): boolean {
  if (isForgotten(bus, copy)) {
    end(bus, copy, 'lose', 'lost', 'nobody connected');
    return false;
  }
  if (!isFull(bus, copy.group)) return true;
  switch (bus.plan.settings.overflow) {
    case 'dropNewest':
      end(bus, copy, 'drop', 'dropped', 'queue full');
      return false;
    case 'deadLetter':
      giveUp(bus, copy, 'queue full');
      return false;
    case 'dropOldest':
      makeRoom(bus, copy.group);
      return true;
    default:
      return true; // `block` and `reject` were settled before a copy was made.
  }
}

/** At most once remembers nothing for a group of which nobody is connected. */
function isForgotten(bus: Bus, copy: Copy): boolean {
  const { closedWires, absentWires } = bus.state;
  if (bus.plan.isAcknowledged || closedWires.length + absentWires.length === 0) return false;
  const members = bus.plan.groups[copy.group]?.members ?? [];
  return members.every(({ wire }) => closedWires.includes(wire.index) || absentWires.includes(wire.index));
}

function makeRoom(bus: Bus, group: number): void {
  const { plan, state } = bus;
  if (plan.isLoop) drop(bus, takeOldest(bus, state.shared)?.copies ?? []);
  else {
    const queue = state.groups[group]?.queue;
    const oldest = queue === undefined ? undefined : takeOldest(bus, queue);
    if (oldest !== undefined) drop(bus, [oldest]);
  }
}

function drop(bus: Bus, copies: readonly Copy[]): void {
  for (const copy of copies) end(bus, copy, 'drop', 'dropped', 'made room');
}

/** Who goes when room has to be made: of all partitions the lowest priority, and of that who has waited longest. */
function takeOldest<T extends Copy | LoopItem>(bus: Bus, queue: Queue<T>): T | undefined {
  let line = queue.lines[0];
  let oldest = line === undefined ? undefined : bus.plan.order.oldest(line);
  for (let index = 1; index < queue.lines.length; index += 1) {
    const other = queue.lines[index];
    const head = other === undefined ? undefined : bus.plan.order.oldest(other);
    if (head === undefined || (oldest !== undefined && !goesBefore(head, oldest))) continue;
    line = other;
    oldest = head;
  }
  // Only where nothing stands in line: what is delayed, and of that what would have appeared first.
  if (line === undefined || oldest === undefined) return takeDeferred(bus, queue);
  return take(bus, queue, line, oldest);
}

function goesBefore(one: Waiting, other: Waiting): boolean {
  if (one.priority !== other.priority) return one.priority < other.priority;
  if (one.visibleUs !== other.visibleUs) return one.visibleUs < other.visibleUs;
  return one.event.number < other.event.number;
}
