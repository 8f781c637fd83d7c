import { first, pushLast, takeFirst, type Fifo } from '#engine/kernel/Fifo';
import type { Bus } from './BusState';
import type { Waiting } from './Line';
import type { Deadline, Queue } from './Queue';

/** Notes that the times of a queue changed; its alarm is set anew before the step ends. */
export function noteTimed({ state }: Bus, queue: Queue<Waiting>): void {
  if (queue.isTimed) return;
  queue.isTimed = true;
  state.timed.push(queue.index);
}

export function noteAllTimed(bus: Bus): void {
  noteTimed(bus, bus.state.shared);
  for (const { queue } of bus.state.groups) noteTimed(bus, queue);
}

/** Notes when something in a queue expires. */
export function addDeadline(bus: Bus, queue: Queue<Waiting>, item: Waiting): void {
  const { event, rank, priority, partition } = item;
  const deadline: Deadline = {
    event,
    rank,
    priority,
    partition,
    dueUs: item.visibleUs + bus.plan.ttlUs,
    isGone: false,
  };
  const { deadlines } = queue;
  const place = placeOf(deadlines, deadline);
  if (place === deadlines.items.length) pushLast(deadlines, deadline);
  else deadlines.items.splice(place, 0, deadline);
  noteTimed(bus, queue);
}

/** Something left its queue before it expired. */
export function dropDeadline(bus: Bus, queue: Queue<Waiting>, item: Waiting): void {
  const { rank, partition, visibleUs } = item;
  const { deadlines } = queue;
  const found = deadlines.items[placeOf(deadlines, { dueUs: visibleUs + bus.plan.ttlUs, partition, rank })];
  if (found !== undefined) found.isGone = true;
  while (first(deadlines)?.isGone === true) takeFirst(deadlines);
  noteTimed(bus, queue);
}

type Key = Pick<Deadline, 'dueUs' | 'partition' | 'rank'>;

/** Where this deadline stands, or would stand. */
function placeOf(deadlines: Fifo<Deadline>, key: Key): number {
  let low = deadlines.head;
  let high = deadlines.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = deadlines.items[middle];
    if (other !== undefined && isBefore(other, key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(one: Key, other: Key): boolean {
  if (one.dueUs !== other.dueUs) return one.dueUs < other.dueUs;
  if (one.partition !== other.partition) return one.partition < other.partition;
  return one.rank < other.rank;
}

/** Sets the one alarm of every queue whose times changed: for the first that appears or expires in it. */
export function setAlarms(bus: Bus): void {
  const { state } = bus;
  for (const index of state.timed) {
    const queue = index < 0 ? state.shared : state.groups[index]?.queue;
    if (queue === undefined) continue;
    queue.isTimed = false;
    setAlarm(bus, queue);
  }
  state.timed.length = 0;
}

function setAlarm({ context, state }: Bus, queue: Queue<Waiting>): void {
  // A bus that is down has no alarms; it looks at the time when it is back.
  const delayed = state.down ? undefined : queue.delayed.items[0];
  const deadline = state.down ? undefined : first(queue.deadlines);
  const isDelay = delayed !== undefined && delayed.visibleUs <= (deadline?.dueUs ?? Infinity);
  const dueUs = isDelay ? delayed.visibleUs : (deadline?.dueUs ?? 0);
  if (queue.alarm !== 0 && queue.alarmUs === dueUs) return;
  if (queue.alarm !== 0) {
    context.cancel(queue.alarm);
    delete state.alarms[queue.alarm];
  }
  queue.alarm = 0;
  queue.alarmUs = dueUs;
  const event = (isDelay ? delayed : deadline)?.event;
  if (event === undefined) return;
  queue.alarm = context.schedule(
    'timer',
    Math.max(0, dueUs - context.now),
    isDelay ? 'delay' : 'time to live',
    event,
  );
  state.alarms[queue.alarm] = queue.index;
}
