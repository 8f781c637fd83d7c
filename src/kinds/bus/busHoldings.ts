import { itemsOf, lengthOf } from '#engine/kernel/Fifo';
import type { FlowEvent } from '#engine/model/messages';
import { holdingOf, type Activity, type Holding } from '#engine/model/waits';
import { longestViewList } from '#engine/model/tokens';
import type { BusState } from './BusState';
import type { Line, Waiting } from './Line';
import type { Queue } from './Queue';

/** What a bus has of an event: a copy for each group, or what stands for all of them. */
export function busHoldings(state: BusState, event: number): readonly Holding[] {
  const found: Holding[] = [];
  const isIt = (one: { readonly event: FlowEvent }) => one.event.number === event;
  for (const caller of itemsOf(state.door)) if (isIt(caller)) found.push(holdingOf('door'));
  for (const caller of Object.values(state.parking.lanes).flat())
    if (isIt(caller)) found.push(holdingOf('parked'));
  addQueued(found, state.shared, '', isIt);
  for (const walk of state.walks) {
    // A call under way is in the hands of the called; the copies show it.
    if (isIt(walk)) found.push(holdingOf('walking', { key: String(walk.id), isPassive: true }));
  }
  state.groups.forEach((group, index) => {
    const key = String(index);
    addQueued(found, group.queue, key, isIt);
    for (const copy of group.aside) if (isIt(copy)) found.push(holdingOf('aside', { key }));
    for (const copy of group.inFlight) {
      if (!isIt(copy)) continue;
      const { attempt, wire } = copy;
      found.push(holdingOf('inFlight', { key, wire, attempt, isPassive: true }));
    }
    for (const copy of group.retrying) {
      if (isIt(copy)) found.push(holdingOf('retryWait', { key, attempt: copy.attempt }));
    }
  });
  if (state.kept.some(({ number }) => number === event)) found.push(holdingOf('kept', { isFinal: true }));
  if (itemsOf(state.retained).some(({ number }) => number === event)) {
    found.push(holdingOf('retained', { isPassive: true, isFinal: true }));
  }
  return found;
}

function addQueued(
  found: Holding[],
  queue: Queue<Waiting>,
  key: string,
  isIt: (item: Waiting) => boolean,
): void {
  if (queue.waiting === 0) return;
  for (const item of queue.delayed.items) if (isIt(item)) found.push(holdingOf('delayed', { key }));
  for (const line of queue.lines) {
    if (line.count > 0 && standsIn(line, isIt)) found.push(holdingOf('queued', { key }));
  }
}

/** Whether something stands in a line, in whatever order that is kept. */
function standsIn(line: Line<Waiting>, isIt: (item: Waiting) => boolean): boolean {
  const lanes = [line.lane, ...line.levels, ...Object.values(line.keyed).map(({ waiting }) => waiting)];
  return lanes.some((lane) => lengthOf(lane) > 0 && itemsOf(lane).some(isIt));
}

/** The calls that lie on the bus, and what its dispatchers are at. */
export function busActivities(state: BusState): readonly Activity[] {
  return state.walks.slice(0, longestViewList).map(({ id, event, sinceUs }) => {
    return { key: String(id), what: 'walking', event, sinceUs, isHeld: false };
  });
}
