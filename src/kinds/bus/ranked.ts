import { first, lengthOf, pushFirst, pushLast, takeFirst, type Fifo } from '#engine/kernel/Fifo';
import type { Ticket } from './Line';

/** Puts an item at its place in a lane that is sorted by rank. At either end, where it mostly belongs, that is cheap. */
export function insertByRank<T extends Ticket>(lane: Fifo<T>, item: T): void {
  const { items, head } = lane;
  const last = items[items.length - 1];
  if (last === undefined || items.length === head || last.rank < item.rank) pushLast(lane, item);
  else if ((first(lane)?.rank ?? 0) > item.rank) pushFirst(lane, item);
  else items.splice(placeOf(lane, item.rank), 0, item);
}

/** Takes the item of a rank out of a lane that is sorted by rank, or undefined when there is none. */
export function takeByRank<T extends Ticket>(lane: Fifo<T>, rank: number): T | undefined {
  if (first(lane)?.rank === rank) return takeFirst(lane);
  if (lengthOf(lane) === 0) return undefined;
  const { items } = lane;
  const place = placeOf(lane, rank);
  const found = items[place];
  if (found === undefined || found.rank !== rank) return undefined;
  if (place === items.length - 1) items.pop();
  else items.splice(place, 1);
  return found;
}

/** Where the first item stands whose rank is not below this one. */
function placeOf(lane: Fifo<Ticket>, rank: number): number {
  let low = lane.head;
  let high = lane.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lane.items[middle]?.rank ?? rank) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
