import { pushLast, takeFirst } from '#engine/kernel/Fifo';
import type { DeliveryPolicy } from '../BusState';
import { callerOf } from '../callers';
import { walkForCaller } from '../walks';

/**
 * Every caller calls the subscribers on his own thread and waits for a free worker of each. Callers do not
 * wait for one another, but for workers: this reading can deadlock, as real blocking calls do.
 */
export const blockingCall: DeliveryPolicy = {
  id: 'blockingCall',
  holdsCaller: true,
  publish(bus, message) {
    pushLast(bus.state.door, callerOf(bus, message));
  },
  readmit(bus, caller) {
    pushLast(bus.state.door, caller);
  },
  pump(bus) {
    while (!bus.state.paused && !bus.state.down) {
      const caller = takeFirst(bus.state.door);
      if (caller === undefined) return;
      walkForCaller(bus, caller, false);
    }
  },
  requeue() {
    // A synchronous bus has no second attempt: its caller learns of the failure.
  },
};
