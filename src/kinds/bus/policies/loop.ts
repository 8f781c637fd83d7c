import type { Bus, DeliveryPolicy, LoopItem } from '../BusState';
import { letIn, publishAsync, takeIn } from '../acceptance';
import { callerOf } from '../callers';
import { holdKey, release } from '../holds';
import type { Line } from '../Line';
import { preferredIn } from '../preferred';
import { rejoin, take } from '../queues';
import { expire, isOverdue } from '../timing';
import { advance, startWalk } from '../walks';

/**
 * Dispatcher threads take events from one shared queue and call the subscribers in turn, as in-process
 * asynchronous buses do: a synchronous handler holds its dispatcher, and everyone behind waits.
 */
export const loop: DeliveryPolicy = {
  id: 'loop',
  holdsCaller: false,
  publish(bus, message) {
    publishAsync(bus, callerOf(bus, message));
  },
  readmit(bus, caller) {
    takeIn(bus, caller, true);
  },
  pump(bus) {
    while (!bus.state.paused && !bus.state.down && bus.state.walks.length < bus.plan.settings.dispatchers) {
      const item = takeItem(bus);
      if (item === undefined) break;
      advance(bus, startWalk(bus, item.event, item.copies, null, false));
      letIn(bus);
    }
    letIn(bus);
  },
  requeue(bus, copy, place = 'head') {
    if (copy.isHeld) release(bus, copy);
    const { shared } = bus.state;
    const [line] = shared.lines;
    const { event, rank, priority, visibleUs } = copy;
    const item: LoopItem = { event, rank, priority, visibleUs, partition: 0, copies: [copy] };
    if (bus.plan.expiresAnywhere && isOverdue(bus, copy)) expire(bus, copy);
    else if (line !== undefined) rejoin(bus, shared, line, item, place);
  },
};

function takeItem(bus: Bus): LoopItem | undefined {
  const { shared } = bus.state;
  const [line] = shared.lines;
  const item = line === undefined ? undefined : takeAlive(bus, line);
  if (item === undefined) return undefined;
  holdKey(bus, item.event.subject);
  keepPlace(item);
  return item;
}

/** Takes whose turn it is. What has waited too long is noticed here, at the latest. */
function takeAlive(bus: Bus, line: Line<LoopItem>): LoopItem | undefined {
  for (;;) {
    const next = preferredIn(bus, bus.state.shared, line) ?? bus.plan.order.next(line, bus);
    const item = next === undefined ? undefined : take(bus, bus.state.shared, line, next);
    if (item === undefined || bus.plan.ttlUs === Infinity || !isOverdue(bus, item)) return item;
    for (const copy of item.copies) expire(bus, copy);
  }
}

/** Copies that come back may be put where their event stood; those of one event are told apart by a small part of a rank. */
function keepPlace({ copies, rank }: LoopItem): void {
  if (copies.length === 1) for (const copy of copies) copy.rank = rank;
  else for (const copy of copies) copy.rank = rank + copy.group / 2 ** 20;
}
