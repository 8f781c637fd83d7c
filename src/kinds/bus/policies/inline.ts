import { pushLast, takeFirst } from '#engine/kernel/Fifo';
import type { Bus, Caller, DeliveryPolicy } from '../BusState';
import { callerOf } from '../callers';
import { walkForCaller } from '../walks';

/**
 * Run to completion, depth first, on the caller's thread. While a call is open the bus takes no other caller,
 * except the one who is himself inside that call.
 */
export const inline: DeliveryPolicy = {
  id: 'inline',
  holdsCaller: true,
  publish(bus, message) {
    inline.readmit(bus, callerOf(bus, message));
  },
  readmit(bus, caller) {
    if (isNested(bus, caller)) walkForCaller(bus, caller, true);
    else pushLast(bus.state.door, caller);
  },
  pump(bus) {
    while (!bus.state.paused && !bus.state.down && bus.state.walks.length === 0) {
      const caller = takeFirst(bus.state.door);
      if (caller === undefined) return;
      walkForCaller(bus, caller, true);
    }
  },
  requeue() {
    // A synchronous bus has no second attempt: its caller learns of the failure.
  },
};

function isNested(bus: Bus, caller: Caller): boolean {
  return bus.state.walks.length > 0 && caller.stack.includes(bus.context.setup.index);
}
