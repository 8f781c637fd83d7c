import { lengthOf, pushFirst, takeFirst, takeFirstWhere } from '#engine/kernel/Fifo';
import type { Bus, DeliveryPolicy, LoopItem } from '../BusState';
import { callerOf, letIn, publishAsync } from '../acceptance';
import { advance, startWalk } from '../walks';

/**
 * Dispatcher threads take events from one shared line and call the subscribers in turn, as in-process
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
  requeue(bus, copy) {
    pushFirst(bus.state.shared, { event: copy.event, copies: [copy] });
  },
  waitingCount(bus) {
    return lengthOf(bus.state.shared);
  },
};

function takeItem(bus: Bus): LoopItem | undefined {
  if (bus.plan.settings.order === 'fifo') return takeFirst(bus.state.shared);
  const underWay = [
    ...bus.state.walks,
    ...bus.state.groups.flatMap((group) => [...group.inFlight, ...group.retrying]),
  ];
  const busy = new Set(underWay.map((one) => one.event.subject));
  return takeFirstWhere(bus.state.shared, (item) => !busy.has(item.event.subject));
}
