import type { Bus, DeliveryPolicy, LoopItem } from '../BusState';
import { callerOf, letIn, publishAsync } from '../acceptance';
import { holdKey, release } from '../holds';
import { rejoin, take } from '../queues';
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
    if (line !== undefined)
      rejoin(bus, shared, line, { event, rank, priority, visibleUs, copies: [copy] }, place);
  },
};

function takeItem(bus: Bus): LoopItem | undefined {
  const { shared } = bus.state;
  const [line] = shared.lines;
  const next = line === undefined ? undefined : bus.plan.order.next(line, bus);
  if (line === undefined || next === undefined) return undefined;
  const item = take(bus, shared, line, next);
  if (item === undefined) return undefined;
  holdKey(bus, item.event.subject);
  keepPlace(item);
  return item;
}

/** Copies that come back may be put where their event stood; those of one event are told apart by a small part of a rank. */
function keepPlace({ copies, rank }: LoopItem): void {
  if (copies.length === 1) for (const copy of copies) copy.rank = rank;
  else for (const copy of copies) copy.rank = rank + copy.group / 2 ** 20;
}
