import type { Bus, Copy } from './BusState';
import type { Line, Waiting } from './Line';
import { touch } from './touch';

/** A copy is under way: nothing else of its key, or of its partition, goes out meanwhile, where the plan says so. */
export function hold(bus: Bus, copy: Copy): void {
  const line = lineOf(bus, copy);
  if (line === undefined) return;
  copy.isHeld = true;
  line.held += 1;
  if (bus.plan.order.keepsKeys) bus.plan.order.hold(line, copy.event.subject);
}

/** A copy is no longer under way: it met its fate, or waits in its queue again. */
export function release(bus: Bus, copy: Copy): void {
  const line = lineOf(bus, copy);
  copy.isHeld = false;
  if (line === undefined) return;
  line.held -= 1;
  if (bus.plan.order.keepsKeys) bus.plan.order.release(line, copy.event.subject);
  touch(bus, copy.group);
}

/** A dispatcher takes an event of this key on: the key is taken until it has called everybody. */
export function holdKey({ plan, state }: Bus, subject: string): void {
  const [line] = state.shared.lines;
  if (plan.order.keepsKeys && line !== undefined) plan.order.hold(line, subject);
}

export function releaseKey({ plan, state }: Bus, subject: string): void {
  const [line] = state.shared.lines;
  if (plan.order.keepsKeys && line !== undefined) plan.order.release(line, subject);
}

function lineOf({ plan, state }: Bus, copy: Copy): Line<Waiting> | undefined {
  if (plan.isLoop) return state.shared.lines[0];
  return state.groups[copy.group]?.queue.lines[copy.partition];
}
