import { wiresFor } from '#engine/expression/WireFilters';
import { first } from '#engine/kernel/Fifo';
import { emptyStack } from '#engine/model/messages';
import { noteTimed } from './alarms';
import type { Bus, Copy, LoopItem } from './BusState';
import { end } from './copies';
import { moveCopy } from './copyLifecycle';
import type { Queue } from './Queue';
import { appear, defer, join, take } from './queues';
import { touch } from './touch';

/** Puts a newcomer into its queue, now or after a delay. */
export function arrive<T extends Copy | LoopItem>(bus: Bus, queue: Queue<T>, item: T, delayUs: number): void {
  const line = queue.lines[item.partition];
  if (line === undefined) return;
  if (delayUs > 0) {
    moveCopies(item, 'delay');
    item.visibleUs = bus.context.now + delayUs;
    defer(bus, queue, item);
  } else {
    moveCopies(item, 'enqueue');
    join(bus, queue, line, item);
    if (queue.index >= 0) touch(bus, queue.index);
  }
}

/** The alarm of a queue rings. False when the timer is none. */
export function ring(bus: Bus, timer: number): boolean {
  const { alarms, groups, shared } = bus.state;
  const index = alarms[timer];
  if (index === undefined) return false;
  delete alarms[timer];
  if (index < 0) shared.alarm = 0;
  const queue = groups[index]?.queue;
  if (queue !== undefined) queue.alarm = 0;
  if (index < 0) passTime(bus, shared);
  else if (queue !== undefined) passTime(bus, queue);
  return true;
}

/** What became due while a bus was down happens when it is back. */
export function catchUp(bus: Bus): void {
  passTime(bus, bus.state.shared);
  for (const { queue } of bus.state.groups) passTime(bus, queue);
}

/** Everything in a queue whose delay or time to live is over by now. */
function passTime<T extends Copy | LoopItem>(bus: Bus, queue: Queue<T>): void {
  const { now } = bus.context;
  while ((queue.delayed.items[0]?.visibleUs ?? Infinity) <= now) {
    const item = appear(bus, queue);
    if (item !== undefined) moveCopies(item, 'enqueue');
    if (queue.index >= 0) touch(bus, queue.index);
  }
  for (;;) {
    const deadline = first(queue.deadlines);
    const line = deadline === undefined ? undefined : queue.lines[deadline.partition];
    if (deadline === undefined || line === undefined || deadline.dueUs > now) break;
    const item = take(bus, queue, line, deadline);
    if (item === undefined) break;
    for (const copy of copiesOf(item)) expire(bus, copy);
  }
  noteTimed(bus, queue);
}

/** Whether its time to live is over. */
export function isOverdue({ context, plan }: Bus, { visibleUs }: Copy | LoopItem): boolean {
  return visibleUs + plan.ttlUs <= context.now;
}

/** The end of a copy that waited too long; by setting the dead letters get it, as in RabbitMQ. */
export function expire(bus: Bus, copy: Copy): void {
  const { context, plan } = bus;
  if (plan.settings.expiredTo === 'deadLetters') {
    for (const wire of wiresFor(plan.filters, plan.deadLetterWires, copy.event, context))
      context.publish(wire.index, copy.event, 0, emptyStack, 'expired');
  }
  end(bus, copy, 'expire', 'expired');
}

function moveCopies(item: Copy | LoopItem, letter: string): void {
  if ('copies' in item) for (const copy of item.copies) moveCopy(copy, letter);
  else moveCopy(item, letter);
}

function copiesOf(item: Copy | LoopItem): readonly Copy[] {
  return 'copies' in item ? item.copies : [item];
}
