import type { Chosen } from '#engine/model/messages';
import type { Bus, BusPlan } from './BusState';
import { groupLabel } from './groupName';
import type { Line, Waiting } from './Line';
import type { Queue } from './Queue';
import { touch } from './touch';

/** Lets an event that waits go before all others of its queue, or of every queue in which it waits. */
export function prefer(bus: Bus, { event, queue: name }: Chosen): void {
  const { state, plan } = bus;
  const queues: readonly Queue<Waiting>[] =
    plan.settings.dispatch === 'loop'
      ? [state.shared]
      : state.groups.flatMap(({ queue }, group) =>
          name === '' || groupLabel(plan.groups[group]?.name ?? '') === name ? [queue] : [],
        );
  const holding = queues.filter(({ lines }) =>
    lines.some((line) => inLine(line, plan, event, bus.context.now) !== undefined),
  );
  for (const queue of holding) {
    queue.preferred = event;
    if (queue.index >= 0) touch(bus, queue.index);
  }
}

/** What a person lets go first, if it stands in this line and may go; undefined leaves the turn to the order. */
export function preferredIn<T extends Waiting>(
  { plan, context }: Bus,
  queue: Queue<T>,
  line: Line<T>,
): T | undefined {
  if (queue.preferred === 0) return undefined;
  const item = inLine(line, plan, queue.preferred, context.now);
  if (item === undefined || plan.order.isFree?.(line, item.event.subject) === false) return undefined;
  return item;
}

/** Items in the order in which they go, with what a person lets go first before the others. */
export function preferredFirst<T extends Waiting>(items: readonly T[], preferred: number): readonly T[] {
  const first = items.find(({ event }) => event.number === preferred);
  return first === undefined ? items : [first, ...items.filter((item) => item !== first)];
}

function inLine<T extends Waiting>(
  line: Line<T>,
  plan: BusPlan,
  event: number,
  nowUs: number,
): T | undefined {
  if (line.count === 0) return undefined;
  return plan.order.list(line, Infinity, nowUs, plan.ageAfterUs).find((item) => item.event.number === event);
}
