import { emptyStack } from '#engine/model/messages';
import { lengthOf } from '#engine/kernel/Fifo';
import type { Bus, Copy, DeliveryPolicy } from '../BusState';
import { letIn, publishAsync, takeIn } from '../acceptance';
import { callerOf } from '../callers';
import { chooseMember, dispatch, groupOf } from '../copies';
import { release } from '../holds';
import type { Line } from '../Line';
import { canTake, hasRoom, isReady } from '../members';
import { preferredIn } from '../preferred';
import type { Queue } from '../Queue';
import { rejoin, take } from '../queues';
import { expire, isOverdue } from '../timing';
import { touch } from '../touch';

/** A queue per group, as brokers do: no group waits for another. */
export const independent: DeliveryPolicy = {
  id: 'independent',
  holdsCaller: false,
  publish(bus, message) {
    publishAsync(bus, callerOf(bus, message));
  },
  readmit(bus, caller) {
    takeIn(bus, caller, true);
  },
  pump(bus) {
    const { door } = bus.state;
    for (;;) {
      if (!bus.state.paused && !bus.state.down) drainTouched(bus);
      // Room made by a dispatch may let a caller in, whose event may be dispatched in turn.
      const waiting = lengthOf(door);
      if (waiting === 0) return;
      letIn(bus);
      if (lengthOf(door) === waiting) return;
    }
  },
  requeue(bus, copy, place = 'head') {
    if (copy.isHeld) release(bus, copy);
    const { queue } = groupOf(bus, copy);
    const line = queue.lines[copy.partition];
    if (bus.plan.expiresAnywhere && isOverdue(bus, copy)) expire(bus, copy);
    else if (line !== undefined) rejoin(bus, queue, line, copy, place);
    touch(bus, copy.group);
  },
};

/** Only groups of which something changed can have something to hand out. */
function drainTouched(bus: Bus): void {
  const { touched, groups } = bus.state;
  if (touched.length === 0) return;
  for (let index = 0; index < touched.length; index += 1) {
    const number = touched[index];
    const group = number === undefined ? undefined : groups[number];
    if (number === undefined || group === undefined) continue;
    group.isTouched = false;
    if (group.queue.waiting > 0) drainQueue(bus, number, group.queue);
  }
  // One by one, for an array that is cut at once throws its room away.
  while (touched.length > 0) touched.pop();
}

function drainQueue(bus: Bus, group: number, queue: Queue<Copy>): void {
  const only = queue.lines[0];
  if (queue.lines.length === 1 && only !== undefined)
    while (only.count > 0 && hasRoom(bus, group) && handOut(bus, queue, only, -1));
  else drainPartitions(bus, group, queue);
}

/** Partitions in turn; each has one copy under way at a time, and so keeps its order. */
function drainPartitions(bus: Bus, group: number, queue: Queue<Copy>): void {
  const count = queue.lines.length;
  const start = queue.nextLine;
  for (let turn = 0; turn < count; turn += 1) {
    const index = (start + turn) % count;
    const line = queue.lines[index];
    if (line === undefined || line.count === 0 || line.held > 0) continue;
    if (isOwnerReady(bus, group, index) && handOut(bus, queue, line, index))
      queue.nextLine = (index + 1) % count;
  }
}

/** Hands out the copy whose turn it is, if somebody can take it: whoever owns the partition, or without any (−1) anyone. */
function handOut(bus: Bus, queue: Queue<Copy>, line: Line<Copy>, partition: number): boolean {
  const copy = nextAlive(bus, queue, line);
  if (copy === undefined) return false;
  const member = partition < 0 ? chooseMember(bus, copy, true) : ownerFor(bus, copy, partition);
  if (member === undefined) return false;
  take(bus, queue, line, copy);
  dispatch(bus, copy, member, emptyStack, false);
  return true;
}

function isOwnerReady(bus: Bus, group: number, partition: number): boolean {
  return isReady(bus, group, bus.state.groups[group]?.owners[partition] ?? -1);
}

/** Whose turn it is. What has waited too long is noticed here, at the latest. */
function nextAlive(bus: Bus, queue: Queue<Copy>, line: Line<Copy>): Copy | undefined {
  for (;;) {
    const copy = preferredIn(bus, queue, line) ?? bus.plan.order.next(line, bus);
    if (copy === undefined || bus.plan.ttlUs === Infinity || !isOverdue(bus, copy)) return copy;
    if (take(bus, queue, line, copy) === undefined) return undefined;
    expire(bus, copy);
  }
}

/** The owner of a partition gets everything in it; what he does not want at all goes to another who does. */
function ownerFor(bus: Bus, copy: Copy, partition: number): number | undefined {
  const owner = groupOf(bus, copy).owners[partition] ?? -1;
  return canTake(bus, copy, owner, true) ? owner : chooseMember(bus, copy, true);
}
